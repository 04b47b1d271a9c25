import { isOverdue } from '@zenmeban/domain/engine';
import { IconClockExclamation, IconLock, IconUser } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Playbook, RunStep } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { useMe } from '../session/use-me';
import { isOthers } from './choose-step';
import cardClasses from './step-card.module.css';

type Props = {
  ready: RunStep[];
  /** Whether this person may work on any of them. */
  mine: boolean;
  playbook: Playbook;
  current: string;
  onChoose: (stepId: string) => void;
};

/** Several steps can be done at once: shows which, and lets the person choose. */
export function StepChooser({ ready, mine, playbook, current, onChoose }: Props) {
  const { t, say } = useTexts();
  const { me } = useMe();
  const time = useNow(5_000);
  const label = t(mine ? 'incident.parallel' : 'incident.parallelLocked', { count: ready.length });
  return (
    <div className={cardClasses.chooser} role="group" aria-label={label}>
      <span className={cardClasses.chooserLabel}>{label}</span>
      <div className={cardClasses.chips}>
        {ready.map((step) => {
          const title = playbook.steps.find(({ id }) => id === step.id)?.title;
          const late = isOverdue({ ...step, ...forRules(step) }, time);
          return (
            <button
              key={step.id}
              type="button"
              className={cardClasses.chip}
              aria-pressed={step.id === current}
              onClick={() => onChoose(step.id)}
            >
              {late && <IconClockExclamation size={18} aria-label={t('incident.overdueAnnounce')} />}
              {step.visibleTo && <IconLock size={18} aria-label={t(`incident.only_${step.visibleTo}`)} />}
              {isOthers(step, me.id) && <IconUser size={18} aria-hidden />}
              {title && say(title)}
            </button>
          );
        })}
      </div>
    </div>
  );
}

const forRules = ({ dueAt, readyAt }: RunStep) => ({
  dueAt: dueAt === null ? undefined : new Date(dueAt),
  readyAt: readyAt === null ? undefined : new Date(readyAt),
  answers: undefined,
});
