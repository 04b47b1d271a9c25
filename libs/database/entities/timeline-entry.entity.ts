import type { TimelineKind } from '@zenmeban/domain/engine';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Incident } from './incident.entity';
import { Person } from './person.entity';

/** What happened to an incident, in order; a trigger refuses every change. */
@Entity('timeline_entry')
@Index('timeline_entry_by_incident', ['incidentId', 'at', 'id'])
@Index('timeline_entry_stream', ['xid', 'id'])
@Index('timeline_entry_calls', ['at'], { where: `kind = 'escalation.called'` })
@Index('timeline_entry_nobody', ['at'], { where: `kind = 'escalation.nobody'` })
export class TimelineEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'timeline_entry_pkey' })
  id: string;

  /** The writing transaction: readers of the stream stay below the oldest one still running. */
  @Column('bigint', { default: () => 'app.current_xact()', select: false })
  xid: string;

  @Column('uuid')
  incidentId: string;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'timeline_entry_incident_fkey' })
  incident: Relation<Incident>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;

  @Column('text')
  kind: TimelineKind;

  /** Null = the system itself. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'timeline_entry_actor_fkey' })
  actor: Relation<Person> | null;

  @Column('jsonb')
  data: Record<string, unknown>;
}
