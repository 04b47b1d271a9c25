import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { Notice } from '../../ui/notice';
import type { Conflict } from './conflicts';
import { dayWords } from './day-words';
import classes from './dialogs.module.css';

/** What speaks against a shift, in words, before it is sent; it may be meant so. */
export function ConflictWords({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="warning">
      <ul className={classes.reasons} aria-live="polite">
        {conflicts.map((conflict) => {
          const day = dayWords(conflict.date, language);
          if ('leave' in conflict) {
            return (
              <li key={day + conflict.leave.id}>{d('shift.awayThen', { name: conflict.leave.person.name, day })}</li>
            );
          }
          const { id, person, post, start, end } = conflict.shift;
          const hours = `${start}–${end}`;
          return (
            <li key={day + id}>{d('shift.busyThen', { name: person.name, day, post: t(`post.${post}`), hours })}</li>
          );
        })}
      </ul>
    </Notice>
  );
}
