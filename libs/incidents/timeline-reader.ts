import { Database, Person } from '@zenmeban/database';
import { type Actor, can, type TimelineEvent } from '@zenmeban/domain/engine';
import { Playbooks } from '@zenmeban/playbooks';
import { Timeline } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { IncidentReader } from './incident-reader';
import { stepOf } from './locked-incident';

/** Reads what happened to an incident the way the API shows it. */
@Injectable()
export class TimelineReader {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly timeline: Timeline,
    private readonly incidents: IncidentReader,
  ) {}

  /** Oldest first; what was said in a confidential step is left out for who may not see it. Throws `incident.unknown`. */
  async read(actor: Actor, incidentId: string) {
    const access = await this.incidents.access(incidentId);
    const { content } = await this.playbooks.version(access.playbookVersionId);
    const entries = await this.timeline.read(this.database.manager, incidentId);
    const people = await this.people(
      entries.flatMap((entry) => [...(entry.actorId === null ? [] : [entry.actorId]), ...mentioned(entry)]),
    );
    const hides = (stepId: string) => {
      const visibleTo = stepOf(content, stepId)?.visibleTo ?? null;
      return !can(actor, 'step.see', { ...access, visibleTo });
    };
    return entries.map((entry) => ({
      ...{ id: entry.id, at: entry.at, kind: entry.kind, data: shown(entry, hides) },
      actor: entry.actorId === null ? null : (people.get(entry.actorId) ?? null),
      people: mentioned(entry).flatMap((personId) => people.get(personId) ?? []),
    }));
  }

  private async people(ids: readonly string[]) {
    const found = await this.database.manager.findBy(Person, { id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, name }) => [id, { id, name }]));
  }
}

function mentioned({ data }: TimelineEvent): string[] {
  if ('personIds' in data) return data.personIds;
  return 'personId' in data ? [data.personId] : [];
}

/** The data of an entry, without answers, note and reason where `hides` says so. */
function shown(event: TimelineEvent, hides: (stepId: string) => boolean): object {
  if (event.kind !== 'step.done' && event.kind !== 'step.skipped') return event.data;
  const { stepId } = event.data;
  if (!hides(stepId)) return event.data;
  const doneAt = 'doneAt' in event.data ? { doneAt: event.data.doneAt } : {};
  return { stepId, ...doneAt, hidden: true };
}
