import { recall, remember } from '../../lib/local-store';
import { isEmptyDraft, readDraft, type StepDraft } from './step-draft';

/** All keys begin with `draft.`: signing out forgets them together. */
const keyOf = (incidentId: string, stepId: string) => `draft.${incidentId}.${stepId}`;

/** What this device remembers of a step that was not sent. */
export const keptDraft = (incidentId: string, stepId: string): StepDraft =>
  readDraft(recall(keyOf(incidentId, stepId)));

/** Remembers what is typed; null, or nothing typed, forgets it. */
export const keepDraft = (incidentId: string, stepId: string, draft: StepDraft | null): void =>
  remember(keyOf(incidentId, stepId), draft === null || isEmptyDraft(draft) ? null : JSON.stringify(draft));
