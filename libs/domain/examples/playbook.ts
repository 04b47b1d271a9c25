import type { EscalationPolicy, Localized, Playbook, Question, Step } from '../engine';

/** The same word in both languages: for specs only. */
export const both = (text: string): Localized => ({ zh: text, en: text });

/** A step that names only what matters to the spec. */
export const step = (id: string, given: Partial<Step> = {}): Step => ({
  id,
  title: both(id),
  do: [both(id)],
  say: [],
  never: [],
  ask: {},
  after: [],
  required: false,
  ...given,
});

export const oneOf = (...ids: string[]): Question => ({
  type: 'one-of',
  label: both('?'),
  options: ids.map((id) => ({ id, label: both(id) })),
});

export const playbook = (...steps: Step[]): Playbook => ({
  id: 'example',
  number: 1,
  kind: 'incident',
  severity: 'normal',
  situation: { id: 'accident', icon: 'bandage', title: both('Accident'), position: 0 },
  icon: 'fall',
  title: both('Example'),
  summary: both('An example.'),
  search: { zh: [], en: [] },
  overduePolicy: 'overdue',
  steps,
});

/** Three levels: at once, after 5 minutes, after 10 more; 30 minutes without progress. */
export const urgent: EscalationPolicy = {
  id: 'urgent',
  title: both('Urgent'),
  levels: [
    { afterSeconds: 0, targets: [{ onDuty: 'supervisor' }] },
    { afterSeconds: 300, targets: [{ role: 'manager' }] },
    { afterSeconds: 600, targets: [{ role: 'administrator' }] },
  ],
  noProgressSeconds: 1_800,
};

/** Nine in the morning in Beijing, plus so many seconds. */
export const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 23, 1, 0, seconds));
