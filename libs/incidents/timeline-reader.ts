import { Database, Person } from '@zenmeban/database';
import { type Actor, can, type TimelineEvent } from '@zenmeban/domain/engine';
import { Playbooks } from '@zenmeban/playbooks';
import { Timeline, type WrittenEntry } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { IncidentReader } from './incident-reader';
import { type Hides, hiddenFrom } from './hidden-steps';
import { changeAsSeen } from './review-view';

/** Reads what happened to an incident the way the API shows it. */
@Injectable()
export class TimelineReader {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
    private readonly timeline: Timeline,
    private readonly incidents: IncidentReader,
  ) {}

  /** Oldest first; of a confidential step nothing is told to who may not see it. Throws `incident.unknown`. */
  async read(actor: Actor, incidentId: string) {
    const access = await this.incidents.access(incidentId);
    const { content } = await this.playbooks.version(access.playbookVersionId);
    const entries = await this.timeline.read(this.database.manager, incidentId);
    const people = await this.people(
      entries.flatMap((entry) => [...(entry.actorId === null ? [] : [entry.actorId]), ...mentioned(entry)]),
    );
    const hides = hiddenFrom(actor, access, content);
    const viewer = { hides, mayReview: can(actor, 'review.write', access) };
    const seen = entries.filter(isShown(hides)).flatMap((entry): WrittenEntry[] => {
      if (entry.kind !== 'incident.reviewed') return [entry];
      const data = changeAsSeen(entry.data, content, viewer);
      return data ? [{ ...entry, data }] : [];
    });
    return seen.map((entry) => ({
      ...{ id: entry.id, at: entry.at, kind: entry.kind, data: entry.data },
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
  const called = 'personIds' in data ? data.personIds : 'personId' in data ? [data.personId] : [];
  const skipped = 'skipped' in data ? (data.skipped ?? []).flatMap(({ personId }) => personId ?? []) : [];
  return [...new Set([...called, ...skipped])];
}

/** Nothing is told of a hidden step, not even that its turn came: that alone may say what was answered before it. */
const isShown =
  (hides: Hides) =>
  ({ data }: TimelineEvent): boolean =>
    !('stepId' in data) || data.stepId === undefined || !hides(data.stepId);
