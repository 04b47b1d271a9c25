import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Site } from './site.entity';

/** How many incidents a site opened on a local day, drills apart: the source of references without gaps. */
@Entity('incident_counter')
export class IncidentCounter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_counter_pkey' })
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'incident_counter_site_fkey' })
  site: Relation<Site>;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'incident_counter_pkey' })
  localDate: string;

  /** Drills count for themselves: practising leaves no gap between the references of what did happen. */
  @PrimaryColumn('boolean', { default: false, primaryKeyConstraintName: 'incident_counter_pkey' })
  drill: boolean;

  @Column('integer')
  lastNumber: number;
}
