import type { EscalationPolicy, IncidentStatus, Severity } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Person } from './person.entity';
import { Place } from './place.entity';
import { PlaybookVersion } from './playbook-version.entity';
import { Site } from './site.entity';

/** Something that happened, worked through along one playbook version (its run). */
@Entity('incident')
@Unique('incident_reference_key', ['reference'])
@Index('incident_by_site', ['siteId', 'id'])
@Index('incident_by_opener', ['openedById', 'id'])
@Index('incident_by_version', ['playbookVersionId', 'siteId'])
@Check('incident_status', `status in ('open', 'in_progress', 'resolved', 'closed', 'reopened', 'cancelled')`)
@Check('incident_severity', `severity in ('low', 'normal', 'high', 'critical')`)
@Check('incident_summary_length', `length(summary) <= 4000`)
export class Incident {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_pkey' })
  id: string;

  /** `<SITE>-<local date>-<n>`, e.g. `BJ1-20261123-004`; of a drill `BJ1-20261123-P001`. */
  @Column('text')
  reference: string;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'incident_site_fkey' })
  site: Relation<Site>;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  @ManyToOne(() => Place)
  @JoinColumn({ name: 'place_id', foreignKeyConstraintName: 'incident_place_fkey' })
  place: Relation<Place> | null;

  @Column('uuid')
  playbookVersionId: string;

  @ManyToOne(() => PlaybookVersion)
  @JoinColumn({ name: 'playbook_version_id', foreignKeyConstraintName: 'incident_playbook_version_fkey' })
  playbookVersion: Relation<PlaybookVersion>;

  @Column('text')
  severity: Severity;

  @Column('text', { default: 'open' })
  status: IncidentStatus;

  @Column('text', { default: '' })
  summary: string;

  @Column('uuid')
  openedById: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'opened_by_id', foreignKeyConstraintName: 'incident_opened_by_fkey' })
  openedBy: Relation<Person>;

  @Column('timestamptz')
  openedAt: Date;

  /** When it happened, as the person says; never after `openedAt` by more than a few minutes. */
  @Column('timestamptz')
  occurredAt: Date;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** The escalation policies as they were when the incident began, by id. */
  @Column('jsonb')
  policies: Record<string, EscalationPolicy>;

  /** A practice run: nobody is called, never in any figure. */
  @Column('boolean', { default: false })
  drill: boolean;

  /** Seen only by supervisors, managers and those involved. */
  @Column('boolean', { default: false })
  restricted: boolean;
}
