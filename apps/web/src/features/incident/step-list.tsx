import type { Post, StepState } from '@zenmeban/domain/engine';
import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleMinus,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Incident, Playbook, RunStep } from '../../lib/types';
import classes from './incident.module.css';

const icons = {
  done: IconCircleCheckFilled,
  ready: IconCircle,
  waiting: IconCircleDashed,
  skipped: IconPlayerTrackNext,
  not_needed: IconCircleMinus,
} satisfies Record<StepState, unknown>;

type Props = { incident: Incident; playbook: Playbook; onChoose?: (stepId: string) => void };

/** All steps and how each stands; a ready one can be chosen. */
export function StepList({ incident, playbook, onChoose }: Props) {
  const { t, say } = useTexts();
  const states = new Map(incident.steps.map((step) => [step.id, step]));
  return (
    <section className={classes.list} aria-label={t('incident.allSteps')}>
      <h2>{t('incident.allSteps')}</h2>
      <ol>
        {playbook.steps.map(({ id, title }) => {
          const step = states.get(id);
          if (!step) return null;
          const row = <StepRow step={step} title={say(title)} />;
          return (
            <li key={id} data-state={step.state}>
              {onChoose && step.state === 'ready' ? (
                <button type="button" onClick={() => onChoose(id)}>
                  {row}
                </button>
              ) : (
                <div>{row}</div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function StepRow({ step, title }: { step: RunStep; title: string }) {
  const { t } = useTexts();
  const Icon = icons[step.state];
  const who = step.settledBy?.name ?? step.assignee?.name ?? (step.ownerPost && t(`post.${step.ownerPost as Post}`));
  return (
    <>
      <Icon size={22} aria-hidden />
      <span className={classes.listText}>
        <span>{title}</span>
        <small>{[t(`incident.state_${step.state}`), who].filter(Boolean).join(' · ')}</small>
      </span>
    </>
  );
}
