import { DateTime } from 'luxon';

/**
 * The VTIMEZONE of a zone (RFC 5545 §3.6.5) for a span of years: every change of its clocks as an observance of its own,
 * as the zone's own rules have it; calendar programs then need no table of zones.
 * @param firstYear the first and last year with events
 */
export function vtimezone(zone: string, firstYear: number, lastYear: number): string {
  const begin = DateTime.fromObject({ year: firstYear }, { zone });
  const end = DateTime.fromObject({ year: lastYear + 1 }, { zone });
  const observances = [observance(begin, begin.offset)];
  for (let day = begin; day < end; day = day.plus({ days: 1 })) {
    const next = day.plus({ days: 1 });
    if (next.offset !== day.offset) observances.push(observance(changeBetween(day, next), day.offset));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** The first minute with the later one's offset. */
function changeBetween(from: DateTime, to: DateTime): DateTime {
  let [before, after] = [from.toMillis(), to.toMillis()];
  while (after - before > 60_000) {
    const middle = before + Math.floor((after - before) / 120_000) * 60_000;
    if (DateTime.fromMillis(middle, { zone: from.zone }).offset === from.offset) before = middle;
    else after = middle;
  }
  return DateTime.fromMillis(after, { zone: from.zone });
}

function observance(start: DateTime, offsetBefore: number): string[] {
  const kind = start.isInDST ? 'DAYLIGHT' : 'STANDARD';
  /* DTSTART shows the clock as it stood before the change. */
  const shown = start.toUTC().plus({ minutes: offsetBefore });
  return [
    `BEGIN:${kind}`,
    `DTSTART:${shown.toFormat("yyyyMMdd'T'HHmmss")}`,
    `TZOFFSETFROM:${offsetText(offsetBefore)}`,
    `TZOFFSETTO:${offsetText(start.offset)}`,
    `TZNAME:${start.toFormat('ZZZZ')}`,
    `END:${kind}`,
  ];
}

function offsetText(minutes: number): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}${digits(size % 60)}`;
}
