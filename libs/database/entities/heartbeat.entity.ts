import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last sign of life of one loop of one process. */
@Entity('heartbeat')
export class Heartbeat {
  /** Host and process id, and when it began. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'heartbeat_pkey' })
  process: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'heartbeat_pkey' })
  loop: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz')
  at: Date;

  @Column('integer')
  everyMs: number;

  @Column('integer')
  lastMs: number;

  @Column('bigint')
  rounds: string;

  @Column('text', { nullable: true })
  lastError: string | null;
}
