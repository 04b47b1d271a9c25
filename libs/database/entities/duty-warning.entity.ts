import type { Post } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** Told ahead: a post that nobody is on, or somebody on duty who cannot be reached. */
@Entity('duty_warning')
@Index('duty_warning_standing', ['siteId'], { where: 'over_at is null' })
@Check('duty_warning_kind', `kind in ('gap', 'unreachable')`)
@Check('duty_warning_person', `(person_id is not null) = (kind = 'unreachable')`)
export class DutyWarning {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duty_warning_pkey' })
  id: string;

  @Column('uuid')
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'duty_warning_site_fkey' })
  site: Relation<Site>;

  @Column('text')
  kind: 'gap' | 'unreachable';

  @Column('text')
  post: Post;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'duty_warning_person_fkey' })
  person: Relation<Person> | null;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  toldAt: Date;

  /** It was put right, or its time has passed; the same again is told anew. */
  @Column('timestamptz', { nullable: true })
  overAt: Date | null;
}
