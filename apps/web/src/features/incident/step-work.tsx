import { requiredStepsOpen } from '@zenmeban/domain/engine';
import { useState } from 'react';
import type { Incident, Playbook } from '../../lib/types';
import { useMe } from '../session/use-me';
import { readyOf, stepToShow } from './choose-step';
import { Finished } from './finished';
import classes from './incident.module.css';
import { RunProgress } from './run-progress';
import { StepChooser } from './step-chooser';
import { StepForm } from './step-form';
import { StepList } from './step-list';
import { UndoBar } from './undo-bar';
import { runOf } from './use-incident';

/** The work on an open incident: the step whose turn it is, or what is left at the end. */
export function StepWork({ incident, playbook }: { incident: Incident; playbook: Playbook }) {
  const { me } = useMe();
  const [chosen, setChosen] = useState<string | null>(null);
  const ready = readyOf(incident);
  const current = stepToShow(ready, chosen, me.id);
  const step = playbook.steps.find(({ id }) => id === current?.id);
  const blocking = requiredStepsOpen(playbook, runOf(incident));
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <RunProgress progress={incident.progress}>
          <UndoBar incident={incident} />
        </RunProgress>
        {ready.length > 1 && current && (
          <StepChooser ready={ready} playbook={playbook} current={current.id} onChoose={setChosen} />
        )}
        {step && current ? (
          <StepForm
            key={step.id}
            incident={incident}
            step={step}
            runStep={current}
            last={ready.length === 1 && incident.progress.settled + 1 >= incident.progress.total}
          />
        ) : (
          <Finished incident={incident} playbook={playbook} blocking={blocking} />
        )}
      </div>
      <aside className={classes.aside}>
        <StepList incident={incident} playbook={playbook} onChoose={setChosen} />
      </aside>
    </div>
  );
}
