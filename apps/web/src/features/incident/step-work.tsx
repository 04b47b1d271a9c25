import { can, requiredStepsOpen } from '@zenmeban/domain/engine';
import { useEffect, useState } from 'react';
import type { Incident, Playbook, RunStep } from '../../lib/types';
import { accessOf, stepAccessOf, useMe } from '../session/use-me';
import { readyOf, stepToShow } from './choose-step';
import { ConfidentialStep } from './confidential-step';
import { DrillFinished } from './drill-finished';
import { Finished } from './finished';
import classes from './incident.module.css';
import { OthersStep } from './others-step';
import { RunProgress } from './run-progress';
import { StepChooser } from './step-chooser';
import { StepForm } from './step-form';
import { StepList } from './step-list';
import { UndoBar } from './undo-bar';
import { runOf } from './use-incident';

/** The work on an open incident: the step whose turn it is, or what is left at the end. */
export function StepWork({ incident, playbook }: { incident: Incident; playbook: Playbook }) {
  const { me, actor } = useMe();
  const [chosen, setChosen] = useState<string | null>(null);
  const ready = readyOf(incident);
  const access = accessOf(incident);
  const maySee = ({ visibleTo }: RunStep) => can(actor, 'step.see', { ...access, visibleTo });
  const mayWork = (step: RunStep) => can(actor, 'step.work', stepAccessOf(incident, step));
  const current = stepToShow(ready, chosen, me.id, mayWork);
  const finished = current === undefined;
  useEffect(() => {
    if (finished) scrollTo({ top: 0 });
  }, [finished]);
  const step = playbook.steps.find(({ id }) => id === current?.id);
  const blocking = requiredStepsOpen(playbook, runOf(incident));
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <RunProgress progress={incident.progress}>{!incident.drill && <UndoBar incident={incident} />}</RunProgress>
        {ready.length > 1 && current && (
          <StepChooser
            ready={ready}
            mine={ready.some(mayWork)}
            playbook={playbook}
            current={current.id}
            onChoose={setChosen}
          />
        )}
        {step && current && !maySee(current) && (
          <ConfidentialStep key={step.id} incident={incident} step={step} runStep={current} />
        )}
        {step && current && maySee(current) && !mayWork(current) && (
          <OthersStep key={step.id} incident={incident} step={step} runStep={current} />
        )}
        {step && current && mayWork(current) && (
          <StepForm
            key={step.id}
            incident={incident}
            step={step}
            runStep={current}
            last={ready.length === 1 && incident.progress.settled + 1 >= incident.progress.total}
          />
        )}
        {finished && incident.drill && <DrillFinished incident={incident} />}
        {finished && !incident.drill && <Finished incident={incident} playbook={playbook} blocking={blocking} />}
      </div>
      <aside className={classes.aside}>
        <StepList incident={incident} playbook={playbook} onChoose={setChosen} />
      </aside>
    </div>
  );
}
