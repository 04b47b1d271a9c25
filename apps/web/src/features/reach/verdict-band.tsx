import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { now } from '../../lib/clock';
import type { Reach, ReachLevel } from '../../lib/types';
import { dayAt } from '../../lib/zoned-time';
import { ButtonLink } from '../../ui/button-link';
import classes from './reach.module.css';
import { verdictOf } from './verdict';

/** The answer at a glance: good, with a hole in it, or nobody at all. */
export function VerdictBand({ reach }: { reach: Reach }) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const verdict = verdictOf(reach);
  const { timeZone } = reach.site;
  const names = (level: ReachLevel | null) => level?.people.map(({ person }) => person.name).join(t('app.comma')) ?? '';
  const time = (at: string) => clockTime(at, timeZone, language, now());
  const later = Date.parse(reach.callsFrom) > Date.parse(reach.at);
  const fix = (
    <ButtonLink
      to="/roster"
      search={{ site: reach.site.id, day: dayAt(reach.at, timeZone) }}
      variant="white"
      className={classes.fix}
    >
      {d('reach.fix')}
    </ButtonLink>
  );
  if (verdict.kind === 'nobody') {
    return (
      <div className={classes.verdict} data-kind="nobody" role="alert">
        <IconAlertOctagon size={34} aria-hidden />
        <div>
          <h2>{d('reach.nobodyTitle')}</h2>
          <p>{d('reach.nobodyText')}</p>
          {fix}
        </div>
      </div>
    );
  }
  if (verdict.kind === 'partly') {
    const levels = verdict.empty.map(({ level }) => level).join(t('app.comma'));
    return (
      <div className={classes.verdict} data-kind="partly" role="alert">
        <IconAlertTriangle size={34} aria-hidden />
        <div>
          <h2>{d('reach.partTitle', { levels })}</h2>
          <p>{verdict.next ? d('reach.partText', { names: names(verdict.next) }) : d('reach.partLast')}</p>
          {fix}
        </div>
      </div>
    );
  }
  return (
    <div className={classes.verdict} data-kind="good">
      <IconCircleCheck size={34} aria-hidden />
      <div>
        <h2>
          {later
            ? d('reach.goodLater', { names: names(verdict.first), time: time(reach.callsFrom) })
            : d('reach.good', { names: names(verdict.first) })}
        </h2>
        <p>{d('reach.goodText', { count: reach.levels.length })}</p>
      </div>
    </div>
  );
}
