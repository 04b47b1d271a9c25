import type { TimelineEvent } from '@zenmeban/domain/engine';
import type { Dice } from './dice';
import { type Duty, onDutyAt } from './duty';
import type { Case, Story } from './stories';
import type { ToldIncident } from './told-incident';

export type Telling = {
  readonly story: Story;
  readonly happened: Case;
  readonly incident: ToldIncident;
  readonly duties: readonly Duty[];
  /** Site's people with a role, for levels that call a role. */
  readonly withRole: (site: string, role: string) => readonly string[];
  readonly dice: Dice;
  /** Nothing later than this has happened yet. */
  readonly now: Date;
};

/** Something that will happen unless something else changes it before. */
export type Next = { at: Date; happen: () => void };

export const once = (at: Date | null, happen: (at: Date) => void): Next[] =>
  at ? [{ at, happen: () => happen(at) }] : [];

/** Who is first on a post of the site at that moment. */
export function onDuty({ duties, incident }: Telling, post: Duty['post'], at: Date): string | undefined {
  return onDutyAt(duties, incident.site, post, at)[0];
}

/** On which post somebody is at the site at that moment. */
export function postOf({ duties, incident }: Telling, person: string, at: Date): Duty['post'] | undefined {
  return duties.find(
    (one) => one.site === incident.site && one.person === person && one.startsAt <= at && at < one.endsAt,
  )?.post;
}

/** Adds an entry to the incident's timeline. */
export function record({ incident, dice }: Telling, at: Date, actor: string | null, event: TimelineEvent): void {
  incident.entries.push({ ...event, id: dice.id(at), at, actor });
}
