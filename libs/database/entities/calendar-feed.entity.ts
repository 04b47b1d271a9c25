import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** The secret address of a calendar: a person's own shifts, or (with `siteId`) all of a site. Only its hash is kept. */
@Entity('calendar_feed')
@Index('calendar_feed_by_person', ['personId'])
export class CalendarFeed {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'calendar_feed_pkey' })
  tokenHash: string;

  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'calendar_feed_site_fkey' })
  site: Relation<Site> | null;

  /** Whose it is: when they leave, it ends. */
  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'calendar_feed_person_fkey' })
  person: Relation<Person>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
