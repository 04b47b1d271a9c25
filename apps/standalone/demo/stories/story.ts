import type { Answer } from '@zenmeban/domain/engine';

/** What can be answered to a question, by its field; several = one of them. Times are given by the teller. */
export type Saying = Readonly<Record<string, Answer | readonly Answer[]>>;

/** One thing that happened: where, in the words of whoever opened it, and the answers that belong to it. */
export type Case = {
  readonly places: readonly string[];
  readonly summary: string;
  readonly answers: Saying;
  /** Notes by step; not every teller writes one. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly resolution: string;
};

/** How one kind of incident is told. */
export type Story = {
  readonly playbook: string;
  /** How often among all incidents, relative to the others. */
  readonly weight: number;
  readonly cases: readonly Case[];
  /** What holds for all cases that do not say otherwise. */
  readonly answers: Saying;
  readonly notes: Readonly<Record<string, readonly string[]>>;
};
