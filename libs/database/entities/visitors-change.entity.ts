import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';
import type { VisitorSource } from './visitors.entity';

/** What a day's figure was and became, and who changed it; rows are only ever added. */
@Entity('visitors_change')
@Check('visitors_change_source', `source in ('typed', 'imported', 'counter')`)
@Index('visitors_change_by_site', ['siteId', 'id'])
export class VisitorsChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visitors_change_pkey' })
  id: string;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'visitors_change_site_fkey' })
  site: Relation<Site>;

  @Column('date')
  day: string;

  /** Null = it was not known. */
  @Column('int', { nullable: true })
  before: number | null;

  /** Null = it was taken away. */
  @Column('int', { nullable: true })
  after: number | null;

  @Column('text')
  source: VisitorSource;

  /** Null for a counter. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'visitors_change_actor_fkey' })
  actor: Relation<Person> | null;
}
