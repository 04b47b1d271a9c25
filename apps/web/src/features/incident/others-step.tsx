import { IconUser } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Incident, RunStep, Step } from '../../lib/types';
import { Instructions } from './instructions';
import { CallButton } from './step-bar';
import barClasses from './step-bar.module.css';
import cardClasses from './step-card.module.css';
import { StepHead } from './step-head';

type Props = { incident: Incident; step: Step; runStep: RunStep };

/** A step of a post where somebody is on duty: what is being done there, and that it is theirs. */
export function OthersStep({ incident, step, runStep }: Props) {
  const { t } = useTexts();
  const post = runStep.ownerPost === null ? '' : t(`post.${runStep.ownerPost}`);
  const name = runStep.assignee?.name;
  return (
    <section className={cardClasses.card}>
      <StepHead incident={incident} step={step} runStep={runStep} others />
      <p className={cardClasses.locked}>
        <IconUser size={22} aria-hidden />
        <span>
          <strong>{name ? t('incident.belongsToPerson', { post, name }) : t('incident.belongsTo', { post })}</strong>{' '}
          {t('incident.belongsHint')}
        </span>
      </p>
      <Instructions step={step} />
      <div className={barClasses.bar}>
        <div className={barClasses.barInner}>
          <CallButton incident={incident} />
        </div>
      </div>
    </section>
  );
}
