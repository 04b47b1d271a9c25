import {
  type EscalationCause,
  type Language,
  type Localized,
  severities,
  type Severity,
} from '@zenmeban/domain/engine';
import type { IncidentFacts, Notice } from './mail-variables';
import { confidentialStep } from './words';

/** A call of a message, with its incident as it stands now. */
export type Call = { readonly notice: Notice; readonly incident: IncidentFacts | null };

/** What a message says of one incident: the gravest of its calls, and every step that any of them is about. */
export type IncidentTold<C extends Call> = { readonly call: C; readonly steps: readonly Step[] };

type Step = { readonly title: Localized; readonly confidential: boolean };

/** At the same level, the gravest last: whom people ask for outranks what is late. */
const causes: readonly EscalationCause[] = ['opened', 'step', 'overdue', 'called'];

/** One entry per incident, however many calls there are about it; the gravest incident first. */
export function byIncident<C extends Call>(calls: readonly C[]): IncidentTold<C>[] {
  const groups = new Map<string | undefined, C[]>();
  for (const call of calls) groups.set(call.incident?.id, [...(groups.get(call.incident?.id) ?? []), call]);
  return [...groups.values()]
    .flatMap((group) => {
      const [call] = group.toSorted((a, b) => gravityOf(b) - gravityOf(a));
      return call ? [{ call, steps: group.flatMap(stepOf) }] : [];
    })
    .toSorted((a, b) => rank(b.call.incident?.severity) - rank(a.call.incident?.severity));
}

const rank = (severity: Severity | undefined): number => (severity ? severities.indexOf(severity) : -1);

function gravityOf({ notice }: Call): number {
  if (notice.template !== 'escalation') return 0;
  const { level, reason, cause } = notice.variables;
  return level * 100 + causes.indexOf(cause) * 10 + (reason === 'unacknowledged' ? 0 : 1);
}

const stepOf = ({ incident }: Call): Step[] =>
  incident?.stepTitle ? [{ title: incident.stepTitle, confidential: incident.stepConfidential }] : [];

/**
 * The titles of steps in one text, each once; null when there are none.
 * @param whom a person learns that a step is confidential; a group is not told of it at all
 */
export function stepsText(steps: readonly Step[], language: Language, whom: 'person' | 'group'): string | null {
  const titles = steps
    .filter(({ confidential }) => whom === 'person' || !confidential)
    .map(({ title, confidential }) => (confidential ? confidentialStep : title)[language]);
  return titles.length === 0 ? null : [...new Set(titles)].join(language === 'zh' ? '；' : '; ');
}
