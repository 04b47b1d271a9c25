import { IconBan, IconListCheck, IconMessage2, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Step } from '../../lib/types';
import { HolidayPhrases } from './holiday-phrases';
import lineClasses from './lines.module.css';
import { QuestionLine } from './question-line';

/** Do, say, never, ask: the order of the step card, close enough to be seen at one glance. */
export function Lines({ step }: { step: Step }) {
  const { t, say } = useTexts();
  const festive = step.say.some(({ holiday }) => holiday);
  const questions = Object.entries(step.ask);
  return (
    <div className={lineClasses.lines}>
      {step.do.length > 0 && (
        <ol className={lineClasses.do} aria-label={t('incident.do')}>
          {step.do.map((text) => (
            <li key={text.zh}>{say(text)}</li>
          ))}
        </ol>
      )}
      {step.say.length > 0 && !festive && (
        <Line kind="say" title={t('incident.say')} icon={IconMessage2}>
          {step.say.map((text) => (
            <li key={text.zh}>{say(text)}</li>
          ))}
        </Line>
      )}
      {festive && <HolidayPhrases phrases={step.say} />}
      {step.never.length > 0 && (
        <Line kind="never" title={t('incident.never')} icon={IconBan}>
          {step.never.map((text) => (
            <li key={text.zh}>{say(text)}</li>
          ))}
        </Line>
      )}
      {questions.length > 0 && (
        <Line kind="ask" title={t('reading.ask')} icon={IconListCheck}>
          {questions.map(([field, question]) => (
            <QuestionLine key={field} question={question} />
          ))}
        </Line>
      )}
    </div>
  );
}

type LineProps = { kind: 'say' | 'never' | 'ask'; title: string; icon: TablerIcon; children: ReactNode };

/** A sign and a word stand before it: colour alone says nothing. */
function Line({ kind, title, icon: Icon, children }: LineProps) {
  return (
    <section className={lineClasses.line} data-kind={kind}>
      <h3>
        <Icon size={18} aria-hidden />
        {title}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}
