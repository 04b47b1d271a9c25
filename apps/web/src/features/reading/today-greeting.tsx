import type { Phrase } from '@zenmeban/domain/engine';
import { IconConfetti } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Today } from '../../lib/types';
import { CopyPhrase } from '../incident/copy-phrase';
import classes from './reading.module.css';

/** What to say today; a holiday without a wish of its own (清明) is greeted as any other day. */
export function TodayGreeting({ phrases, today: { holiday } }: { phrases: readonly Phrase[]; today: Today }) {
  const { t, say } = useTexts();
  const said = holiday ? phrases.filter((phrase) => phrase.holiday === holiday.id) : [];
  const title = holiday
    ? t(said.length > 0 ? 'reading.todayIs' : 'reading.quietHoliday', { holiday: say(holiday.title) })
    : t('reading.noHoliday');
  return (
    <section className={classes.today}>
      <h2>
        <IconConfetti size={20} aria-hidden />
        {title}
      </h2>
      {said.map((phrase) => (
        <p key={phrase.zh} className={classes.greeting}>
          {say(phrase)}
          <CopyPhrase text={say(phrase)} />
        </p>
      ))}
    </section>
  );
}
