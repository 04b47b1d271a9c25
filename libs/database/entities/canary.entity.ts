import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A call about nothing, sent the whole way each minute to see that the way is open. */
@Entity('canary')
@Index('canary_by_due', ['dueAt'])
export class Canary {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'canary_pkey' })
  id: string;

  @Column('timestamptz')
  dueAt: Date;

  @Column('timestamptz', { nullable: true })
  firedAt: Date | null;

  @Column('text', { nullable: true })
  firedBy: 'hint' | 'sweep' | null;

  /** When its mail lay in the sink. */
  @Column('timestamptz', { nullable: true })
  arrivedAt: Date | null;
}
