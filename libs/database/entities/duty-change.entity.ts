import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** What was changed in the roster, by whom; rows are only ever added. */
@Entity('duty_change')
@Index('duty_change_by_site', ['siteId', 'at'])
export class DutyChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duty_change_pkey' })
  id: string;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'duty_change_actor_fkey' })
  actor: Relation<Person> | null;

  /** Null for leave, which counts at every site. */
  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'duty_change_site_fkey' })
  site: Relation<Site> | null;

  @Column('text')
  kind: string;

  @Column('jsonb')
  data: Record<string, unknown>;
}
