import { Database, type Transaction } from '@zenmeban/database';
import type { TimelineKind } from '@zenmeban/domain/engine';
import type { Projector, WrittenEntry } from '@zenmeban/timeline';
import { Injectable } from '@nestjs/common';
import { refreshFacts } from './refresh-facts';

/** What changes a fact. Every kind is named, so that a new one does not compile before somebody has decided. */
const changesFacts: Readonly<Record<TimelineKind, boolean>> = {
  'incident.opened': true,
  'incident.restricted': false,
  'step.done': true,
  'step.skipped': true,
  'step.ready': false,
  'step.not_needed': false,
  'step.assigned': false,
  'step.overdue': false,
  'step.reminded': false,
  'escalation.started': false,
  'escalation.called': true,
  'escalation.nobody': true,
  'escalation.exhausted': false,
  'incident.acknowledged': true,
  'incident.snoozed': true,
  'incident.handed_over': false,
  'incident.commented': false,
  'incident.resolved': true,
  'incident.reviewed': true,
  'incident.closed': true,
  'incident.reopened': true,
  'incident.cancelled': true,
};

/** Hears the timeline and keeps, in its transaction, the facts of what happened: a figure is never behind the record. */
@Injectable()
export class FactProjector implements Projector {
  constructor(private readonly database: Database) {}

  async project(tx: Transaction, entries: readonly WrittenEntry[]): Promise<void> {
    const changed = entries.flatMap(({ kind, incidentId }) => (changesFacts[kind] ? [incidentId] : []));
    if (changed.length > 0) await refreshFacts(this.database, tx, [...new Set(changed)]);
  }
}
