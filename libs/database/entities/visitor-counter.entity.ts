import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** The secret with which the people counter of a site reports. Only its hash is kept; a site has one at a time. */
@Entity('visitor_counter')
@Index('visitor_counter_of_site', ['siteId'], { unique: true, where: 'revoked_at is null' })
export class VisitorCounter {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'visitor_counter_pkey' })
  tokenHash: string;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'visitor_counter_site_fkey' })
  site: Relation<Site>;

  @Column('uuid')
  createdById: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by_id', foreignKeyConstraintName: 'visitor_counter_created_by_fkey' })
  createdBy: Relation<Person>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;

  /** When it last reported, so that one that fell silent is seen. */
  @Column('timestamptz', { nullable: true })
  heardAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
