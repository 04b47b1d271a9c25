import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One comparison of all facts with the record they are made from, slice by slice; the newest finished one counts. */
@Entity('fact_check')
export class FactCheck {
  /** A uuidv7: the newest is the highest. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fact_check_pkey' })
  id: string;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  startedAt: Date;

  /** Null while it is under way. */
  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** The last incident it has looked at; they are taken in the order of their ids. */
  @Column('uuid', { nullable: true })
  lastId: string | null;

  @Column('integer', { default: 0 })
  checked: number;

  @Column('integer', { default: 0 })
  differing: number;

  /** References of the first incidents whose facts differ. */
  @Column('text', { array: true, default: '{}' })
  examples: string[];
}
