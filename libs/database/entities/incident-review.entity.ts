import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Incident } from './incident.entity';
import { Person } from './person.entity';

/** What a supervisor found on looking back (复核), as it stands; what stood before is in the timeline. */
@Entity('incident_review')
@Check('incident_review_note_length', 'length(note) <= 4000')
export class IncidentReview {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_review_pkey' })
  incidentId: string;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'incident_review_incident_fkey' })
  incident: Relation<Incident>;

  /** Each an option of the list of that name in `playbooks/taxonomy.yaml`; null = as the answers say. */
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

  @Column('text', { default: '' })
  note: string;

  @Column('uuid')
  reviewedById: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'reviewed_by_id', foreignKeyConstraintName: 'incident_review_reviewed_by_fkey' })
  reviewedBy: Relation<Person>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  reviewedAt: Date;
}
