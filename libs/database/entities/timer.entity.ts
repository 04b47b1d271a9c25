import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Incident } from './incident.entity';

/** What a timer is about; each kind has one handler. */
export type TimerKind = 'escalation' | 'step_due' | 'step_reminder' | 'canary';
export type TimerState = 'armed' | 'fired' | 'cancelled';

/** A due thing is a row. `gen` grows each time it is armed again, so that a late hint cannot fire the wrong one. */
@Entity('timer')
@Unique('timer_key', ['key'])
@Index('timer_due', ['dueAt'], { where: `state = 'armed'` })
@Index('timer_by_incident', ['incidentId'])
@Check('timer_kind', `kind in ('escalation', 'step_due', 'step_reminder', 'canary')`)
@Check('timer_of_incident', `(incident_id is null) = (kind = 'canary')`)
@Check('timer_state', `state in ('armed', 'fired', 'cancelled')`)
export class Timer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'timer_pkey' })
  id: string;

  /** What it is the timer of, e.g. `escalation:<id>`: arming again re-uses the row. */
  @Column('text')
  key: string;

  @Column('text')
  kind: TimerKind;

  /** Null for the canary, which is about nothing but the way itself. */
  @Column('uuid', { nullable: true })
  incidentId: string | null;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'timer_incident_fkey' })
  incident: Relation<Incident> | null;

  /** The escalation's id or the step's. */
  @Column('text')
  subject: string;

  @Column('integer', { default: 1 })
  gen: number;

  @Column('timestamptz')
  dueAt: Date;

  @Column('text', { default: 'armed' })
  state: TimerState;

  /** The generation last handed to the queue, and how often. */
  @Column('integer', { default: 0 })
  hintedGen: number;

  @Column('integer', { default: 0 })
  hintNo: number;

  /** The last firing, kept when armed again. */
  @Column('timestamptz', { nullable: true })
  firedAt: Date | null;

  /** `hint` = the queue woke us, `sweep` = found overdue. */
  @Column('text', { nullable: true })
  firedBy: 'hint' | 'sweep' | null;

  /** Failed attempts to fire this generation, and when the sweeper may try again. */
  @Column('integer', { default: 0 })
  failures: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  retryAt: Date | null;
}
