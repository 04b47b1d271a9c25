import { isOpenStatus, type StepState } from '@zenmeban/domain/engine';
import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleMinus,
  IconLock,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Incident, Playbook, RunStep } from '../../lib/types';
import listClasses from './step-list.module.css';

/** As the run keeps it; what was left when the incident ended was not done. */
type Shown = StepState | 'undone';

const icons = {
  done: IconCircleCheckFilled,
  ready: IconCircle,
  waiting: IconCircleDashed,
  skipped: IconPlayerTrackNext,
  not_needed: IconCircleMinus,
  undone: IconCircleDashed,
} satisfies Record<Shown, unknown>;

type Props = { incident: Incident; playbook: Playbook; onChoose?: (stepId: string) => void };

/** All steps and how each stands; a ready one can be chosen. */
export function StepList({ incident, playbook, onChoose }: Props) {
  const { t, say } = useTexts();
  const working = isOpenStatus(incident.status);
  const states = new Map(incident.steps.map((step) => [step.id, step]));
  return (
    <section className={listClasses.list} aria-label={t('incident.allSteps')}>
      <h2>{t('incident.allSteps')}</h2>
      <ol>
        {playbook.steps.map(({ id, title }) => {
          const step = states.get(id);
          if (!step) return null;
          const left = step.state === 'ready' || step.state === 'waiting';
          const shown: Shown = left && !working ? 'undone' : step.state;
          const row = <StepRow step={step} shown={shown} title={say(title)} />;
          return (
            <li key={id} data-state={shown}>
              {onChoose && shown === 'ready' ? (
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

function StepRow({ step, shown, title }: { step: RunStep; shown: Shown; title: string }) {
  const { t } = useTexts();
  const Icon = icons[shown];
  const who = step.settledBy?.name ?? step.assignee?.name ?? (step.ownerPost && t(`post.${step.ownerPost}`));
  return (
    <>
      <Icon size={22} aria-hidden />
      <span className={listClasses.listText}>
        <span>{title}</span>
        <small>{[t(`incident.state_${shown}`), who].filter(Boolean).join(' · ')}</small>
        {step.hidden && shown === 'done' && <small>{t('incident.hidden')}</small>}
      </span>
      {step.visibleTo && (
        <IconLock size={18} role="img" aria-label={t(`incident.only_${step.visibleTo}`)} className={listClasses.lock} />
      )}
    </>
  );
}
