import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { Notice } from '../../ui/notice';
import { spanWords } from './day-words';
import { isWide } from './is-wide';
import classes from './roster.module.css';

/** What is odd in the roster and may be meant so: two sites at once, a shift while on leave, mail that comes back. */
export function WarningNotice({ roster }: { roster: Roster }) {
  const { say, language } = useTexts();
  const { d } = useDutyTexts();
  const ahead = roster.warnings.filter(({ endsAt }) => Date.parse(endsAt) > Date.parse(roster.now));
  if (ahead.length === 0) return null;
  return (
    <Notice tone="warning">
      <details open={isWide()} className={classes.folded}>
        <summary>{d('roster.warningsTitle')}</summary>
        <ul className={classes.lines}>
          {ahead.map((warning) => (
            <li key={`${warning.kind} ${warning.shiftId} ${warning.startsAt}`}>
              {d(`roster.${warning.kind}`, {
                name: warning.person.name,
                when: spanWords(warning, roster.site.timeZone, language),
                site: warning.otherSite ? say(warning.otherSite.name) : '',
              })}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
