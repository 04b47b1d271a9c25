import type { EscalationCause } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Incident } from './incident.entity';
import { Person } from './person.entity';

/** One chain of calls for one cause; level after level until somebody moves the incident. */
@Entity('escalation')
@Index('escalation_by_incident', ['incidentId'])
@Index('escalation_by_start', ['startedAt'])
@Index('escalation_running', ['incidentId'], { where: `ended_at is null` })
@Check('escalation_cause', `cause in ('opened', 'called', 'step', 'overdue')`)
export class Escalation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_pkey' })
  id: string;

  @Column('uuid')
  incidentId: string;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'escalation_incident_fkey' })
  incident: Relation<Incident>;

  @Column('text')
  policyId: string;

  @Column('text')
  cause: EscalationCause;

  @Column('text', { nullable: true })
  stepId: string | null;

  @Column('smallint', { default: 0 })
  levelsCalled: number;

  /** How often the present level was called. */
  @Column('smallint', { default: 0 })
  timesCalled: number;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  lastCalledAt: Date | null;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Column('uuid', { nullable: true })
  acknowledgedById: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'acknowledged_by_id', foreignKeyConstraintName: 'escalation_acknowledged_by_fkey' })
  acknowledgedBy: Relation<Person> | null;

  @Column('timestamptz', { nullable: true })
  lastProgressAt: Date | null;

  /** Whoever acknowledged asked to be called again then; how often they did. */
  @Column('timestamptz', { nullable: true })
  snoozedUntil: Date | null;

  @Column('smallint', { default: 0 })
  snoozes: number;

  /** Handed to somebody who has not acknowledged yet, or who has since; by whom. */
  @Column('timestamptz', { nullable: true })
  handedOverAt: Date | null;

  @Column('uuid', { nullable: true })
  handedToId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'handed_to_id', foreignKeyConstraintName: 'escalation_handed_to_fkey' })
  handedTo: Relation<Person> | null;

  @Column('uuid', { nullable: true })
  handedOverById: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'handed_over_by_id', foreignKeyConstraintName: 'escalation_handed_over_by_fkey' })
  handedOverBy: Relation<Person> | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
