import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A firing that the queue slept through and the sweeper made good: what the ledger calls repaired. */
@Entity('swept_firing')
export class SweptFiring {
  /** `<timer id>:<gen>`, as the dedupe keys of its notices begin. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'swept_firing_pkey' })
  firing: string;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;
}
