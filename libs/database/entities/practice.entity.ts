import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { PlaybookVersion } from './playbook-version.entity';

/** Somebody practised a playbook, by a drill to its end or by reading it through; rows are only ever added. */
@Entity('practice')
@Index('practice_by_person', ['personId', 'playbookId', 'at'])
export class Practice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'practice_pkey' })
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'practice_person_fkey' })
  person: Relation<Person>;

  @Column('text')
  playbookId: string;

  /** What it said then. */
  @Column('uuid')
  playbookVersionId: string;

  @ManyToOne(() => PlaybookVersion)
  @JoinColumn({ name: 'playbook_version_id', foreignKeyConstraintName: 'practice_playbook_version_fkey' })
  playbookVersion: Relation<PlaybookVersion>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;
}
