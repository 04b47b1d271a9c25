import type { Question } from '@zenmeban/domain/engine';
import { useTexts } from '../../lib/i18n';
import lineClasses from './lines.module.css';

/** A question and what may be answered. */
export function QuestionLine({ question }: { question: Question }) {
  const { t, say } = useTexts();
  const several = question.type === 'many-of' && t('reading.severalOf');
  const marks = [question.optional && t('incident.optional'), several].filter(Boolean);
  return (
    <li>
      {say(question.label)}
      {marks.length > 0 && <span className={lineClasses.dim}> {marks.join(' · ')}</span>}
      <span className={lineClasses.options}>{useOptions(question).join(' / ')}</span>
      {question.hint && <span className={lineClasses.options}>{say(question.hint)}</span>}
    </li>
  );
}

function useOptions(question: Question): string[] {
  const { t, say } = useTexts();
  switch (question.type) {
    case 'one-of':
    case 'many-of':
      return question.options.map(({ label }) => say(label));
    case 'yes-no':
      return [t('incident.yes'), t('incident.no')];
    case 'number':
      return [question.unit ? t('reading.numberOf', { unit: say(question.unit) }) : t('reading.aNumber')];
    case 'date-time':
      return [t('reading.aTime')];
    case 'text':
      return [t('reading.aText')];
  }
}
