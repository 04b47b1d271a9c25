import { holidays, type Phrase } from '@zenmeban/domain/engine';
import { IconCalendarHeart } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import lineClasses from './lines.module.css';

/** What is said on which holiday, folded: today's greeting stands on top of the card. */
export function HolidayPhrases({ phrases }: { phrases: readonly Phrase[] }) {
  const { t, say } = useTexts();
  const groups = [...holidays, undefined]
    .map((holiday) => ({ holiday, said: phrases.filter((phrase) => phrase.holiday === holiday) }))
    .filter(({ said }) => said.length > 0);
  return (
    <details className={lineClasses.fold}>
      <summary>
        <IconCalendarHeart size={18} aria-hidden />
        {t('reading.allHolidays')}
      </summary>
      <dl>
        {groups.map(({ holiday, said }) => (
          <div key={holiday ?? 'any'}>
            <dt>{holiday ? t(`holiday.${holiday}`) : t('reading.anyHoliday')}</dt>
            {said.map((phrase) => (
              <dd key={phrase.zh}>{say(phrase)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
