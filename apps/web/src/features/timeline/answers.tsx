import type { Answer } from '@zenmeban/domain/engine';
import { useTexts } from '../../lib/i18n';
import type { Playbook } from '../../lib/types';
import { answerWords } from '../incident/answer-words';
import classes from './timeline.module.css';

type Props = { answers: Readonly<Record<string, Answer>>; playbook: Playbook; time: (iso: string) => string };

/** Answers with the words of their questions. */
export function Answers({ answers, playbook, time }: Props) {
  const { t, say } = useTexts();
  const questions = new Map(playbook.steps.flatMap(({ ask }) => Object.entries(ask)));
  return (
    <dl className={classes.answers}>
      {Object.entries(answers).map(([field, answer]) => {
        const question = questions.get(field);
        return (
          <div key={field}>
            <dt>{question ? say(question.label) : field}</dt>
            <dd>{answerWords(question, answer, { t, say, time })}</dd>
          </div>
        );
      })}
    </dl>
  );
}
