import { isOverdue } from '@zenmeban/domain/engine';
import { IconClock, IconClockExclamation, IconUser } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { now } from '../../lib/clock';
import { clockTime, countdown } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { Incident, RunStep, Step } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { useMe } from '../session/use-me';
import { isOthers } from './choose-step';
import classes from './incident.module.css';
import cardClasses from './step-card.module.css';
import { StepMarks } from './step-marks';

type Props = {
  incident: Incident;
  step: Step;
  runStep: RunStep;
  /** Confidential, and not this person's: they can do nothing about it. */
  locked?: boolean;
  /** Somebody else's, as the card says itself. */
  others?: boolean;
};

/** Title, deadline and whose step it is. A new step takes the focus, so that a screen reader begins there. */
export function StepHead({ incident, step, runStep, locked = false, others = false }: Props) {
  const { say } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <div className={cardClasses.stepHead}>
      {runStep.dueAt && <Deadline dueAt={runStep.dueAt} incident={incident} />}
      <h2 ref={heading} tabIndex={-1} className={cardClasses.stepTitle}>
        {say(step.title)}
      </h2>
      {!others && <Owner runStep={runStep} locked={locked} />}
      <StepMarks incident={incident} step={step} runStep={runStep} locked={locked} />
    </div>
  );
}

const minute = 60_000;

function Deadline({ dueAt, incident: { drill, site } }: { dueAt: string; incident: Incident }) {
  const { t, language } = useTexts();
  const time = useNow();
  const due = new Date(dueAt);
  const left = due.getTime() - time.getTime();
  const late = isOverdue({ id: '', state: 'ready', dueAt: due }, time);
  const Icon = late ? IconClockExclamation : IconClock;
  // Read out when a threshold is crossed, not every second.
  const minutes = [1, 5].find((threshold) => left <= threshold * minute);
  const announced = late
    ? t('incident.overdueAnnounce')
    : minutes
      ? t('incident.leftAnnounce', { count: minutes })
      : '';
  const text = late
    ? t(drill ? 'drill.overdue' : 'incident.overdue', { time: countdown(-left) })
    : t(drill ? 'drill.left' : 'incident.left', { time: countdown(left) });
  return (
    <p className={cardClasses.deadline} data-tone={late ? 'late' : left <= minute ? 'soon' : 'calm'}>
      <Icon size={20} aria-hidden />
      <span className={classes.mono} role="timer">
        {text}
      </span>
      <span className={cardClasses.deadlineAt}>
        {t('incident.by', { time: clockTime(dueAt, site.timeZone, language, now()) })}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {announced}
      </span>
    </p>
  );
}

function Owner({ runStep, locked }: { runStep: RunStep; locked: boolean }) {
  const { t } = useTexts();
  const { me } = useMe();
  if (runStep.ownerPost === null) return null;
  const post = t(`post.${runStep.ownerPost}`);
  const name = runStep.assignee?.name;
  const others = isOthers(runStep, me.id);
  const who = !others
    ? t('incident.mine')
    : name
      ? t('incident.ownedByPerson', { post, name })
      : t('incident.ownedBy', { post });
  return (
    <p className={cardClasses.owner}>
      <IconUser size={20} aria-hidden />
      <span>
        <strong>{who}</strong>
        {others && !locked && <> {t('incident.ownedHint')}</>}
      </span>
    </p>
  );
}
