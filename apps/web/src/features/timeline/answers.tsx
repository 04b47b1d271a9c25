import type { Answer, Question } from '@zenmeban/domain/engine';
import { useTexts } from '../../lib/i18n';
import type { Playbook } from '../../lib/types';
import classes from './timeline.module.css';

type Props = { answers: Readonly<Record<string, Answer>>; playbook: Playbook; time: (iso: string) => string };

/** Answers with the words of their questions. */
export function Answers({ answers, playbook, time }: Props) {
  const { t, say } = useTexts();
  const questions = new Map(playbook.steps.flatMap(({ ask }) => Object.entries(ask)));
  const words = (question: Question | undefined, answer: Answer): string => {
    if (typeof answer === 'boolean') return answer ? t('incident.yes') : t('incident.no');
    const label = (id: string | number) => {
      const option = question && 'options' in question ? question.options.find((one) => one.id === id) : undefined;
      return option ? say(option.label) : String(id);
    };
    if (Array.isArray(answer)) return (answer as readonly string[]).map(label).join(t('app.comma'));
    if (question?.type === 'date-time') return time(String(answer));
    const unit = question?.type === 'number' && question.unit ? ` ${say(question.unit)}` : '';
    return label(answer as string | number) + unit;
  };
  return (
    <dl className={classes.answers}>
      {Object.entries(answers).map(([field, answer]) => {
        const question = questions.get(field);
        return (
          <div key={field}>
            <dt>{question ? say(question.label) : field}</dt>
            <dd>{words(question, answer)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
