import { useState } from 'react';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { recall, remember } from '../../lib/local-store';
import { ApiProblem, type FieldError } from '../../lib/problem';
import type { Incident, Step } from '../../lib/types';
import { answersIn, draftProblems, emptyDraft, readDraft, type StepDraft } from './step-draft';
import { useIncidentAction } from './use-incident';

const none: readonly FieldError[] = [];

/**
 * What is typed into one step: survives a reload, is checked before it is sent, and stays on the screen until the
 * server has taken it. `problems` are those found here or told by the server, by path.
 */
export function useStepForm(incident: Incident, step: Step) {
  const key = `draft.${incident.id}.${step.id}`;
  const { language } = useTexts();
  const [draft, setDraft] = useState<StepDraft>(() => readDraft(recall(key)));
  const [found, setFound] = useState(none);
  const path = { incident: incident.id, step: step.id };
  const complete = useIncidentAction(incident.id, (sent: StepDraft) =>
    api.POST('/api/v1/incidents/{incident}/steps/{step}/complete', {
      params: { path },
      body: { answers: { ...answersIn(step, sent) } as Record<string, string>, ...(sent.note && { note: sent.note }) },
    }),
  );
  const change = (next: StepDraft) => {
    setDraft(next);
    remember(key, next === emptyDraft ? null : JSON.stringify(next));
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
      if (problems.length === 0) complete.mutate(draft, { onSuccess: () => remember(key, null) });
    },
  };
}

export type StepForm = ReturnType<typeof useStepForm>;
