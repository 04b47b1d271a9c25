import type { Localized } from './localized';

/** `guidance` is read, `incident` is opened and worked through. */
export type PlaybookKind = 'guidance' | 'incident';

/** From least to most urgent; the order decides which notice is sent first. */
export type Severity = 'low' | 'normal' | 'high' | 'critical';

export const severities: readonly Severity[] = ['low', 'normal', 'high', 'critical'];

/** A register (台账) an incident can be filed in, of `playbooks/registers.yaml`. */
export type Register = { readonly id: string; readonly title: Localized };

/** A shelf (情形) playbooks are browsed by, of `playbooks/taxonomy.yaml`; `position` is its place there, from 0. */
export type Situation = {
  readonly id: string;
  readonly icon: string;
  readonly title: Localized;
  readonly position: number;
};

/** The posts (岗位) of a venue that can own a step or a shift. */
export type Post =
  | 'reception'
  | 'bar'
  | 'show-flat'
  | 'sales'
  | 'security'
  | 'cleaning'
  | 'facilities'
  | 'supervisor'
  | 'manager'
  | 'quality';

export const posts: readonly Post[] = [
  'reception',
  'bar',
  'show-flat',
  'sales',
  'security',
  'cleaning',
  'facilities',
  'supervisor',
  'manager',
  'quality',
];

/** Those held by people who are supervisors or more. */
export const supervisingPosts: readonly Post[] = ['supervisor', 'manager', 'quality'];

/** What one question accepts. `optional` questions may be left unanswered. */
export type Question = {
  readonly label: Localized;
  readonly hint?: Localized;
  readonly optional?: boolean;
} & (
  | { readonly type: 'one-of'; readonly options: readonly Option[] }
  | { readonly type: 'many-of'; readonly options: readonly Option[] }
  | { readonly type: 'yes-no' }
  | { readonly type: 'text' }
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly unit?: Localized }
  | { readonly type: 'date-time' }
);

export type Option = { readonly id: string; readonly label: Localized };

/** `yes-no` is a boolean, `many-of` a list of option ids, `date-time` an ISO 8601 instant. */
export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** Conditions are plain data, so that a checker can explore them. `yes`/`no` in a file arrive here as booleans. */
export type Condition =
  | { readonly field: string; readonly in: readonly (string | boolean)[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The days that have a greeting of their own (节日). */
export type Holiday =
  | 'new-year'
  | 'spring-festival'
  | 'lantern-festival'
  | 'qingming'
  | 'labour-day'
  | 'dragon-boat'
  | 'mid-autumn'
  | 'national-day'
  | 'christmas';
export const holidays: readonly Holiday[] = [
  'new-year',
  'spring-festival',
  'lantern-festival',
  'qingming',
  'labour-day',
  'dragon-boat',
  'mid-autumn',
  'national-day',
  'christmas',
];

/** A phrase to say (要说); with `holiday`, only on that day. */
export type Phrase = Localized & { readonly holiday?: Holiday };

/** Who may complete a step and see what was answered in it: this role at the site, or a higher one. */
export type VisibleTo = 'supervisor' | 'manager';

export type Step = {
  /** Unique in its playbook: lower-case words joined by hyphens. */
  readonly id: string;
  /** A few words: the heading of the step card. */
  readonly title: Localized;
  /** What to do, in order; short enough to read while walking. */
  readonly do: readonly Localized[];
  /** Phrases to say (要说). */
  readonly say: readonly Phrase[];
  /** What never to do or say (切忌). */
  readonly never: readonly Localized[];
  /** Why the step is as it is, or a reference to local rules. */
  readonly why?: Localized;
  /** Questions by field name; field names are unique in the whole playbook. */
  readonly ask: Readonly<Record<string, Question>>;
  /** Step ids that must be settled first; empty = ready at once. */
  readonly after: readonly string[];
  readonly when?: Condition;
  /** Seconds from ready to due. */
  readonly withinSeconds?: number;
  /** A `date-time` question asked before: its answer is the deadline; `withinSeconds` counts while it has none. */
  readonly by?: string;
  /** Seconds before the deadline at which whoever has the step is reminded by mail. */
  readonly remindSeconds?: number;
  /** Who does it, when it is not whoever handles the incident. */
  readonly owner?: Post;
  /** Calls people when the step becomes ready. */
  readonly escalate?: { readonly policy: string };
  /** A required step cannot be skipped, and the incident cannot be resolved before it is done. */
  readonly required: boolean;
  readonly visibleTo?: VisibleTo;
  /** The step looks after a colleague rather than the customer. */
  readonly caresFor?: 'staff';
  /** Of a guidance playbook: not part of the card to read, but of the short incident that may be logged from it. */
  readonly log?: true;
};

/** A checked playbook: what `checkPlaybook` returns, what is stored as a version, what a run keeps. */
export type Playbook = {
  readonly id: string;
  readonly number: number;
  readonly kind: PlaybookKind;
  readonly severity: Severity;
  /** Where it is found when browsing. */
  readonly situation: Situation;
  readonly register?: Register;
  /** An icon name the web app knows. */
  readonly icon: string;
  readonly title: Localized;
  /** One sentence: when to use it. */
  readonly summary: Localized;
  readonly search: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Calls people the moment the incident is opened. */
  readonly escalate?: { readonly on: 'opened'; readonly policy: string };
  /** Which policy answers an overdue step. */
  readonly overduePolicy: string;
  /** Seconds from opening until the incident should be resolved; no deadline of a step lies after it. */
  readonly resolveWithinSeconds?: number;
  /** Once this holds, only supervisors, managers and those involved may see the incident; it stays so. */
  readonly restrictedWhen?: Condition;
  readonly steps: readonly Step[];
};
