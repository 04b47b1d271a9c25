import type { DutyWarning } from '@zenmeban/database';
import { type Localized, postNames } from '@zenmeban/domain/engine';
import { localOf, overlap, type Span } from '@zenmeban/domain/roster';

/** What is told ahead; `name` is the person's who cannot be reached. */
export type Finding = Pick<DutyWarning, 'kind' | 'post' | 'personId' | 'startsAt' | 'endsAt'> & { name: string | null };

/** How far ahead is looked: the next day, and the night after it. */
export const aheadMs = 36 * 3_600_000;

/**
 * Whether a finding was told before. A gap that began earlier, or reaches further than could be seen when it was told,
 * is one that goes on; one that has grown within what was seen is told again.
 */
export function isTold(finding: Finding, told: readonly DutyWarning[]): boolean {
  return told.some((one) => {
    if (!isSame(finding, one)) return false;
    const seenUntil = new Date(one.toldAt.getTime() + aheadMs);
    const end = finding.endsAt < seenUntil ? finding.endsAt : seenUntil;
    return finding.kind === 'unreachable' || (finding.startsAt >= one.startsAt && end <= one.endsAt);
  });
}

/** Whether a finding stands, still or again, for what was told. */
export function isSame(finding: Finding, told: DutyWarning): boolean {
  const { kind, post, personId } = told;
  return finding.kind === kind && finding.post === post && finding.personId === personId && overlap(finding, told);
}

/** The finding as people read it, in the time of the site. */
export function sentenceOf(finding: Finding, zone: string): Localized {
  const { zh, en } = postNames[finding.post];
  const span = spanText(finding, zone);
  if (finding.kind === 'gap') return { zh: `${zh}：${span.zh}无人在岗。`, en: `${en}: nobody on duty ${span.en}.` };
  return {
    zh: `${zh}：${finding.name ?? ''}${span.zh}在岗，但邮件多次被拒收，无法送达。`,
    en: `${en}: ${finding.name ?? ''} is on duty ${span.en}, but their mail is refused again and again.`,
  };
}

function spanText({ startsAt, endsAt }: Span, zone: string): Localized {
  const [from, until] = [localOf(startsAt, zone), localOf(endsAt, zone)];
  return {
    zh: ` ${from.date} ${from.time} 至 ${until.date} ${until.time} `,
    en: `from ${from.date} ${from.time} to ${until.date} ${until.time}`,
  };
}
