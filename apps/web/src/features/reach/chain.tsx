import {
  IconBrandDingtalk,
  IconMail,
  IconMessageCircle,
  IconPhone,
  IconUserOff,
  IconWebhook,
} from '@tabler/icons-react';
import { now } from '../../lib/clock';
import { clockTime, span } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Reach, ReachLevel } from '../../lib/types';
import classes from './reach.module.css';

type Channel = Reach['siteChannels'][number];
type Target = ReachLevel['targets'][number];
type Skipped = ReachLevel['skipped'][number];

const signs = {
  mail: IconMail,
  wecom: IconMessageCircle,
  dingtalk: IconBrandDingtalk,
  feishu: IconMessageCircle,
  webhook: IconWebhook,
};

/** The levels of a policy from the first call down, with when, whom and by what. */
export function Chain({ reach }: { reach: Reach }) {
  const { d } = useDutyTexts();
  return (
    <>
      <ol className={classes.chain}>
        {reach.levels.map((level, index) => (
          <Level key={level.level} level={level} before={reach.levels[index - 1] ?? null} reach={reach} />
        ))}
      </ol>
      {reach.siteChannels.length > 0 && (
        <section className={classes.siteChannels}>
          <h2>{d('reach.siteChannels')}</h2>
          <Channels channels={reach.siteChannels} />
        </section>
      )}
    </>
  );
}

type LevelProps = { level: ReachLevel; before: ReachLevel | null; reach: Reach };

function Level({ level, before, reach }: LevelProps) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const nobody = level.people.length === 0;
  const { unit, count } = span(Date.parse(level.at) - Date.parse(before?.at ?? reach.callsFrom));
  const called = (target: Target) => {
    if ('onDuty' in target) return d('reach.target_onDuty', { post: t(`post.${target.onDuty}`) });
    return 'role' in target ? d('reach.target_role', { role: t(`role.${target.role}`) }) : target.person;
  };
  const when = () => {
    if (before?.people.length === 0) return d('reach.afterSkipped');
    return count === 0 && unit === 'seconds'
      ? d('reach.atOnce')
      : d('reach.after', { time: t(`rules.${unit}`, { count }) });
  };
  return (
    <li className={classes.level} data-nobody={nobody}>
      <div className={classes.levelHead}>
        <h2>{`${d('reach.level', { level: level.level })} · ${level.targets.map(called).join(t('app.comma'))}`}</h2>
        <span>{`${when()} · ${clockTime(level.at, reach.site.timeZone, language, now())}`}</span>
      </div>
      {nobody && (
        <p className={classes.nobody}>
          <IconUserOff size={22} aria-hidden />
          {d('reach.nobodyAtLevel')}
        </p>
      )}
      <ul className={classes.people}>
        {level.people.map(({ person, phone, channels }) => (
          <li key={person.id}>
            <strong>{person.name}</strong>
            <Channels channels={channels} />
            {phone && (
              <a href={`tel:${phone}`} className={classes.phone} aria-label={d('reach.phone', { name: person.name })}>
                <IconPhone size={18} aria-hidden />
                {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
      {level.skipped.length > 0 && (
        <div className={classes.skipped}>
          <h3>{d('reach.skipped')}</h3>
          <ul>
            {level.skipped.map((skipped) => (
              <SkippedLine key={JSON.stringify(skipped)} skipped={skipped} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

function SkippedLine({ skipped: { target, person, why } }: { skipped: Skipped }) {
  const { t } = useTexts();
  const { d } = useDutyTexts();
  const named = () => {
    if ('onDuty' in target) return t(`post.${target.onDuty}`);
    return 'role' in target ? t(`role.${target.role}`) : target.person;
  };
  const words = d(`reach.${why}`, { target: named() });
  return <li>{person ? `${person.name}: ${words}` : words}</li>;
}

function Channels({ channels }: { channels: readonly Channel[] }) {
  const { d } = useDutyTexts();
  return (
    <span className={classes.channels}>
      {channels.map(({ kind, name }) => {
        const Sign = signs[kind];
        return (
          <span key={kind + name}>
            <Sign size={18} aria-hidden />
            {[d(`reach.channel_${kind}`), name].filter(Boolean).join(' ')}
          </span>
        );
      })}
    </span>
  );
}
