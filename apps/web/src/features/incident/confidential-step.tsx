import { IconLock } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Incident, RunStep, Step } from '../../lib/types';
import barClasses from './step-bar.module.css';
import { CallButton } from './step-bar';
import cardClasses from './step-card.module.css';
import { StepHead } from './step-head';

type Props = { incident: Incident; step: Step; runStep: RunStep };

/** A confidential step of somebody else: who does it, and that there is nothing to fill in here. */
export function ConfidentialStep({ incident, step, runStep }: Props) {
  const { t } = useTexts();
  return (
    <section className={cardClasses.card}>
      <StepHead incident={incident} step={step} runStep={runStep} locked />
      <p className={cardClasses.locked}>
        <IconLock size={22} aria-hidden />
        {t(runStep.visibleTo === 'manager' ? 'incident.lockedManager' : 'incident.lockedSupervisor')}
      </p>
      <div className={barClasses.bar}>
        <div className={barClasses.barInner}>
          <CallButton incident={incident} />
        </div>
      </div>
    </section>
  );
}
