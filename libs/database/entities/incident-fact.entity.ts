import type { IncidentStatus, Post, Severity } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Incident } from './incident.entity';

/**
 * What the analysis counts of one incident: never of a drill, never of a cancelled one. A copy, always made anew from
 * the record by one statement (`libs/analysis`), so it refers to the incident alone and repeats no other constraint.
 */
@Entity('incident_fact')
@Index('incident_fact_by_site', ['siteId', 'week'])
@Index('incident_fact_complaints', ['week'], { where: `register = 'complaint'` })
@Index('incident_fact_by_day', ['day'])
@Index('incident_fact_running', ['resolveBy'], { where: 'within_target is null' })
@Check('incident_fact_hour', 'hour between 0 and 23')
export class IncidentFact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_fact_pkey' })
  incidentId: string;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'incident_fact_incident_fkey' })
  incident: Relation<Incident>;

  @Column('uuid')
  siteId: string;

  /** When the server learned of it. */
  @Column('timestamptz')
  receivedAt: Date;

  /** The local day of `receivedAt` at the site, `YYYY-MM-DD`. */
  @Column('date')
  day: string;

  /** The Monday of `day`. */
  @Column('date')
  week: string;

  /** The local hour of `receivedAt`, 0 to 23; in the hour that happens twice, the same for both. */
  @Column('smallint')
  hour: number;

  @Column('text')
  playbookId: string;

  @Column('integer')
  playbookVersion: number;

  /** Of the playbook's version; `complaint` = counted as a complaint. */
  @Column('text', { nullable: true })
  register: string | null;

  @Column('text')
  severity: Severity;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  /** On which whoever opened it was on duty there and then; null when the roster does not say. */
  @Column('text', { nullable: true })
  post: Post | null;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text', { nullable: true })
  category: string | null;

  @Column('text', { nullable: true })
  cause: string | null;

  @Column('text', { nullable: true })
  justified: string | null;

  @Column('text', { nullable: true })
  remedy: string | null;

  @Column('text', { nullable: true })
  satisfaction: string | null;

  /** Until the first step was settled or somebody acknowledged. */
  @Column('integer', { nullable: true })
  firstResponseSeconds: number | null;

  @Column('integer', { nullable: true })
  acknowledgedSeconds: number | null;

  /** Null while it is open. */
  @Column('integer', { nullable: true })
  resolvedSeconds: number | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** By when its playbook wants it resolved; null = it does not say. */
  @Column('timestamptz', { nullable: true })
  resolveBy: Date | null;

  /** Resolved by `resolveBy`; null without one, or while it is open and not late. */
  @Column('boolean', { nullable: true })
  withinTarget: boolean | null;

  /** The most levels that any of its chains called. */
  @Column('smallint')
  levelsCalled: number;

  /** How often it was opened again. */
  @Column('smallint')
  reopened: number;

  /** Steps with a deadline that were done or skipped, */
  @Column('smallint')
  stepsDue: number;

  /** those of them done by it, */
  @Column('smallint')
  stepsOnTime: number;

  /** and those of them skipped. */
  @Column('smallint')
  stepsSkipped: number;

  @Column('text')
  status: IncidentStatus;
}
