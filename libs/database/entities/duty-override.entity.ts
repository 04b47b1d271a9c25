import type { Post } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** For a while somebody stands in on a post: for one person, or (`replacesId` null) for whoever is on it. */
@Entity('duty_override')
@Index('duty_override_by_post', ['siteId', 'post', 'startsAt'])
@Check('duty_override_ends_after_start', `ends_at > starts_at`)
export class DutyOverride {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duty_override_pkey' })
  id: string;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'duty_override_site_fkey' })
  site: Relation<Site>;

  @Column('text')
  post: Post;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'duty_override_person_fkey' })
  person: Relation<Person>;

  @Column('uuid', { nullable: true })
  replacesId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'replaces_id', foreignKeyConstraintName: 'duty_override_replaces_fkey' })
  replaces: Relation<Person> | null;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text', { default: '' })
  reason: string;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;
}
