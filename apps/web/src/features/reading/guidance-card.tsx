import { IconPencil } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Playbook } from '../../lib/types';
import { Headed } from './headed';
import { Lines } from './lines';
import lineClasses from './lines.module.css';
import classes from './reading.module.css';
import { Sequence } from './sequence';
import { TodayGreeting } from './today-greeting';
import { useFit } from './use-fit';
import { useToday } from './use-today';

/** Of the bar with the buttons, and a little air. */
const barHeight = 92;

/** All of it on one card; below, folded, what a short incident would ask. */
export function GuidanceCard({ playbook }: { playbook: Playbook }) {
  const { t, language } = useTexts();
  const steps = playbook.steps.filter(({ log }) => !log);
  const log = playbook.steps.filter((step) => step.log);
  const festive = steps.flatMap((step) => step.say).filter(({ holiday }) => holiday);
  const today = useToday(festive.length > 0);
  const card = useFit(barHeight, `${playbook.id} ${playbook.version} ${language} ${today?.date}`);
  return (
    <>
      <article ref={card} className={classes.card}>
        {today && <TodayGreeting phrases={festive} today={today} />}
        {steps.map((step) => (
          <section key={step.id} className={classes.part}>
            <Headed step={step} />
            <Lines step={step} />
          </section>
        ))}
      </article>
      {log.length > 0 && (
        <details className={lineClasses.fold}>
          <summary>
            <IconPencil size={18} aria-hidden />
            {t('reading.whatIsLogged')}
          </summary>
          <Sequence steps={log} all={log} />
        </details>
      )}
    </>
  );
}
