import type { Post } from '@zenmeban/domain/engine';
import { IconPlus } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import type { Day } from '../../lib/zoned-time';
import { dateWords, dayWords, weekdayWords } from './day-words';
import { DutyChip } from './duty-chip';
import { GapChip } from './gap-chip';
import { useDayRemarks } from './use-day-remarks';
import { type Cell, type Entry, weekGrid } from './week-grid';
import classes from './week-table.module.css';

/** What a tap on the roster may begin. */
export type Opener = {
  readonly entry: (entry: Entry) => void;
  readonly add: (at: { post: Post; day: Day; gap?: { startsAt: string; endsAt: string } }) => void;
};

type Props = { roster: Roster; days: readonly Day[]; now: Date; open: Opener | null };

/** The week as a table, posts by days: what is seen at a desk, and what is printed. */
export function WeekTable({ roster, days, now, open }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  return (
    <table className={classes.table} onKeyDown={moveByArrows}>
      <thead>
        <tr>
          <th scope="col">{d('roster.post')}</th>
          {days.map((day) => (
            <th key={day} scope="col" data-today={day === roster.today}>
              <DayHead roster={roster} day={day} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekGrid(roster, days).map(({ post, cells }) => (
          <tr key={post}>
            <th scope="row">{t(`post.${post}`)}</th>
            {cells.map((cell) => (
              <td key={cell.day} data-today={cell.day === roster.today}>
                <CellContent post={post} cell={cell} roster={roster} now={now} open={open} />
                {open && (
                  <button
                    type="button"
                    className={classes.add}
                    aria-label={d('roster.addTo', { post: t(`post.${post}`), day: dayWords(cell.day, language) })}
                    onClick={() => open.add({ post, day: cell.day })}
                  >
                    <IconPlus size={16} aria-hidden />
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { post: Post; cell: Cell; roster: Roster; now: Date; open: Opener | null };

/** The gaps and the people of one post on one day. */
export function CellContent({ post, cell, roster: { site }, now, open }: CellProps) {
  const onFill = open && ((gap: { startsAt: string; endsAt: string }) => open.add({ post, day: cell.day, gap }));
  return (
    <>
      {cell.entries.map((entry) => (
        <DutyChip
          key={'shift' in entry ? entry.shift.id : entry.override.id}
          entry={entry}
          timeZone={site.timeZone}
          now={now}
          onOpen={open?.entry ?? null}
        />
      ))}
      {cell.gaps.map((gap) => (
        <GapChip key={gap.startsAt} gap={gap} post={post} timeZone={site.timeZone} now={now} onFill={onFill} />
      ))}
    </>
  );
}

function DayHead({ roster, day }: { roster: Roster; day: Day }) {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const remark = useDayRemarks(roster)(day);
  return (
    <>
      <span className={classes.weekday}>
        {weekdayWords(day, language)}
        {day === roster.today && <span className={classes.today}>{d('common.today')}</span>}
      </span>
      <span className={classes.date}>{dateWords(day, language)}</span>
      {remark !== '' && <span className={classes.remark}>{remark}</span>}
    </>
  );
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go to the neighbouring cell, as in a spreadsheet. */
function moveByArrows(event: React.KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;
  const next = event.currentTarget.rows[row.rowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  const button = next?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}
