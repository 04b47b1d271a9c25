import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';

/** Somebody is away, at every site and post. */
@Entity('leave')
@Index('leave_by_person', ['personId', 'startsAt'])
@Check('leave_ends_after_start', `ends_at > starts_at`)
export class Leave {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'leave_pkey' })
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'leave_person_fkey' })
  person: Relation<Person>;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz', { nullable: true })
  cancelledAt: Date | null;
}
