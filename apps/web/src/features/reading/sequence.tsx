import { conditionInWords, questionsOf } from '@zenmeban/domain/engine';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Step } from '../../lib/types';
import { Headed } from './headed';
import { Lines } from './lines';
import classes from './reading.module.css';
import { StepFacts } from './step-facts';
import { comesAfter } from './step-words';

type Props = { steps: readonly Step[]; all: readonly Step[] };

/** Steps in their order, a branch with its condition in words. `all`: the steps whose questions conditions may name. */
export function Sequence({ steps, all }: Props) {
  const { t, language } = useTexts();
  const questions = questionsOf({ steps: all });
  return (
    <ol className={classes.sequence}>
      {steps.map((step, position) => {
        const after = comesAfter(step, steps);
        return (
          <li key={step.id} id={step.id} className={classes.step} data-branch={step.when !== undefined}>
            <div className={classes.stepBody}>
              <Headed step={step}>
                {step.required && <span className={classes.required}>{t('reading.required')}</span>}
              </Headed>
              {step.when && (
                <p className={classes.branch}>
                  <IconArrowsSplit2 size={18} aria-hidden />
                  <span>{t('rules.when', { what: conditionInWords(step.when, questions, language) })}</span>
                </p>
              )}
              {after && <After steps={after} before={steps[position - 1]} />}
              <StepFacts step={step} all={all} />
              <Lines step={step} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What must be settled first, where it is not just the step `before`. */
function After({ steps, before }: { steps: readonly Step[]; before: Step | undefined }) {
  const { t, say } = useTexts();
  const titles = steps.map(({ title }) => t('rules.quoted', { text: say(title) })).join(t('app.comma'));
  const waits = steps.some(({ id }) => id === before?.id);
  const words = waits ? t('reading.afterAll', { titles }) : t('reading.after', { titles });
  return <p className={classes.after}>{steps.length === 0 ? t('reading.atOnce') : words}</p>;
}
