import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One look at everything that must hold, and what did not. */
@Entity('audit_round')
@Index('audit_round_by_time', ['at'])
export class AuditRound {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_round_pkey' })
  id: string;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;

  @Column('text')
  process: string;

  @Column('boolean')
  clean: boolean;

  /** When the outside watcher was told that all is well. */
  @Column('timestamptz', { nullable: true })
  pingedAt: Date | null;

  @Column('jsonb')
  findings: readonly Record<string, unknown>[];

  /** What kept the outside watcher from answering the ping of this round. */
  @Column('text', { nullable: true })
  pingError: string | null;
}
