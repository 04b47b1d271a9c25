import type { Phrase } from '@zenmeban/domain/engine';
import { IconConfetti } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../lib/i18n';
import { todayQuery } from '../../lib/queries';
import { CopyPhrase } from '../incident/copy-phrase';
import { useMe } from '../session/use-me';
import { useWhere } from '../start/use-where';
import classes from './reading.module.css';

/** What to say today, at the site one is at; nothing as long as the day there is not known. */
export function TodayGreeting({ phrases }: { phrases: readonly Phrase[] }) {
  const { t, say } = useTexts();
  const { siteId } = useWhere(useMe().me);
  const { data: today } = useQuery(todayQuery(siteId));
  if (!today) return null;
  const { holiday } = today;
  const said = holiday ? phrases.filter((phrase) => phrase.holiday === holiday.id) : [];
  return (
    <section className={classes.today}>
      <h2>
        <IconConfetti size={20} aria-hidden />
        {holiday ? t('reading.todayIs', { holiday: say(holiday.title) }) : t('reading.noHoliday')}
      </h2>
      {said.map((phrase) => (
        <p key={phrase.zh} className={classes.greeting}>
          {say(phrase)}
          <CopyPhrase text={say(phrase)} />
        </p>
      ))}
      {said.length === 0 && <p>{holiday ? t('reading.quietHoliday') : t('reading.greetAsUsual')}</p>}
    </section>
  );
}
