import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** Who says how many came: a person who typed it, a file, or the counter at the door. */
export type VisitorSource = 'typed' | 'imported' | 'counter';

/** How many visitors a site had on a day: what complaints are counted against. A day without a row is not known. */
@Entity('visitors')
@Check('visitors_count', 'visitors between 0 and 1000000')
@Check('visitors_day', `day >= '2000-01-01'`)
@Check('visitors_source', `source in ('typed', 'imported', 'counter')`)
@Check('visitors_entered_by', `(entered_by_id is null) = (source = 'counter')`)
export class Visitors {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visitors_pkey' })
  siteId: string;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'visitors_site_fkey' })
  site: Relation<Site>;

  /** On the site's calendar. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'visitors_pkey' })
  day: string;

  @Column('int')
  visitors: number;

  @Column('text')
  source: VisitorSource;

  /** Null for a counter. */
  @Column('uuid', { nullable: true })
  enteredById: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'entered_by_id', foreignKeyConstraintName: 'visitors_entered_by_fkey' })
  enteredBy: Relation<Person> | null;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;
}
