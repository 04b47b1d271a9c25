import { type Transaction, TimelineEntry } from '@zenmeban/database';
import type { TimelineEvent } from '@zenmeban/domain/engine';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/** An event to be written, with the incident and the person it belongs to (`actorId` null = the system). */
export type NewEntry = TimelineEvent & { incidentId: string; actorId: string | null };

/** An entry as it stands in the record. */
export type WrittenEntry = NewEntry & { id: string; at: Date };

/** Hears every entry in the transaction that wrote it: what it writes commits or rolls back with it. */
export interface Projector {
  project(tx: Transaction, entries: readonly WrittenEntry[]): Promise<void>;
}

/** Nest token of `Projector[]`, provided where the rooms are put together. */
export const PROJECTORS = Symbol('PROJECTORS');

/** Audit trail and event stream in one: append and read, never change. */
@Injectable()
export class Timeline {
  constructor(@Inject(PROJECTORS) private readonly projectors: readonly Projector[]) {}

  /** Writes the events in order and lets the projectors hear them. */
  async append(tx: Transaction, events: readonly NewEntry[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => ({ id: v7(), ...event }));
    const written = await tx.query<{ id: string; at: Date }[]>(
      `INSERT INTO app.timeline_entry (id, incident_id, kind, actor_id, data)
       SELECT e.id, e.incident_id, e.kind, e.actor_id, e.data
       FROM jsonb_to_recordset($1) AS e(id uuid, incident_id uuid, kind text, actor_id uuid, data jsonb)
       RETURNING id, at`,
      [
        JSON.stringify(
          rows.map(({ id, incidentId, kind, actorId, data }) => ({
            id,
            incident_id: incidentId,
            kind,
            actor_id: actorId,
            data,
          })),
        ),
      ],
    );
    const at = new Map(written.map((row) => [row.id, row.at]));
    await this.project(
      tx,
      rows.map((row) => ({ ...row, at: at.get(row.id) ?? new Date(0) })),
    );
  }

  /** For a statement that wrote its entries itself (the opening of an incident): lets the projectors hear them. */
  async project(tx: Transaction, entries: readonly WrittenEntry[]): Promise<void> {
    for (const projector of this.projectors) await projector.project(tx, entries);
  }

  /** One incident's entries, oldest first. */
  async read(tx: Transaction, incidentId: string): Promise<WrittenEntry[]> {
    const rows = await tx.find(TimelineEntry, { where: { incidentId }, order: { at: 'ASC', id: 'ASC' } });
    return rows as unknown as WrittenEntry[];
  }
}
