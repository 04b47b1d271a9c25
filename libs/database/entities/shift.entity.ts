import type { Post } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** One person on one post at one site, from `startsAt` until before `endsAt`. */
@Entity('shift')
@Index('shift_once', ['siteId', 'personId', 'post', 'startsAt'], { unique: true, where: 'cancelled_at is null' })
@Index('shift_on_duty', ['siteId', 'post', 'startsAt', 'endsAt'])
@Index('shift_by_person', ['personId', 'startsAt'])
@Check('shift_ends_after_start', `ends_at > starts_at`)
export class Shift {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shift_pkey' })
  id: string;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'shift_site_fkey' })
  site: Relation<Site>;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'shift_person_fkey' })
  person: Relation<Person>;

  @Column('text')
  post: Post;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  /** When it was put on the roster as it stands, by adding or changing it; null = before that was kept. */
  @Column('timestamptz', { nullable: true, default: () => 'app.app_now()' })
  plannedAt: Date | null;

  /** Taken off the roster; the row stays. */
  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;
}
