import { useState } from 'react';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { ApiProblem, type FieldError } from '../../lib/problem';
import type { Incident, Step } from '../../lib/types';
import { keepDraft, keptDraft } from './kept-drafts';
import { answersIn, draftProblems, type StepDraft } from './step-draft';
import { useIncidentAction } from './use-incident';

const none: readonly FieldError[] = [];

/**
 * What is typed into one step: survives a reload, is checked before it is sent, and stays on the screen until the
 * server has taken it. `problems` are those found here or told by the server, by path.
 */
export function useStepForm(incident: Incident, step: Step) {
  const { language } = useTexts();
  const [draft, setDraft] = useState<StepDraft>(() => keptDraft(incident.id, step.id));
  const [found, setFound] = useState(none);
  const path = { incident: incident.id, step: step.id };
  const complete = useIncidentAction(
    incident.id,
    (sent: StepDraft) =>
      api.POST('/api/v1/incidents/{incident}/steps/{step}/complete', {
        params: { path },
        body: {
          answers: { ...answersIn(step, sent) } as Record<string, string>,
          ...(sent.note && { note: sent.note }),
        },
      }),
    () => keepDraft(incident.id, step.id, null),
  );
  const change = (next: StepDraft) => {
    setDraft(next);
    keepDraft(incident.id, step.id, next);
    if (found.length > 0) setFound(draftProblems(step, next, language));
  };
  const told = complete.error instanceof ApiProblem ? complete.error.errors : none;
  return {
    draft,
    change,
    complete,
    problems: found.length > 0 ? found : told,
    submit: () => {
      if (complete.isPending) return;
      const problems = draftProblems(step, draft, language);
      setFound(problems);
      complete.reset();
      if (problems.length === 0) complete.mutate(draft);
    },
  };
}

export type StepForm = ReturnType<typeof useStepForm>;
