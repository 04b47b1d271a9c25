import type { Answers, Post, StepState } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Incident } from './incident.entity';
import { Person } from './person.entity';

/** One step of an incident's run. */
@Entity('incident_step')
@Check('incident_step_state', `state in ('waiting', 'ready', 'done', 'skipped', 'not_needed')`)
@Check('incident_step_note_length', `length(note) <= 4000`)
@Index('incident_step_assignee', ['assigneeId'], { where: `state = 'ready'` })
export class IncidentStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_step_pkey' })
  incidentId: string;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'incident_step_incident_fkey' })
  incident: Relation<Incident>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'incident_step_pkey' })
  stepId: string;

  /** Order in the playbook, from 0. */
  @Column('smallint')
  position: number;

  @Column('text')
  state: StepState;

  @Column('timestamptz', { nullable: true })
  readyAt: Date | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('text', { nullable: true })
  ownerPost: Post | null;

  @Column('uuid', { nullable: true })
  assigneeId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'assignee_id', foreignKeyConstraintName: 'incident_step_assignee_fkey' })
  assignee: Relation<Person> | null;

  @Column('jsonb', { nullable: true })
  answers: Answers | null;

  /** A note, or the reason of a skipped step. */
  @Column('text', { default: '' })
  note: string;

  @Column('uuid', { nullable: true })
  settledById: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'settled_by_id', foreignKeyConstraintName: 'incident_step_settled_by_fkey' })
  settledBy: Relation<Person> | null;

  /** When the server learned of it. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  /** When the person did it, as the phone says. */
  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;
}
