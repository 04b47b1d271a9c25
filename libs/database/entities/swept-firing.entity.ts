import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A firing that the queue slept through and the sweeper made good: what the ledger calls repaired. */
@Entity('swept_firing')
@Index('swept_firing_by_incident', ['incidentId'])
@Index('swept_firing_by_time', ['at'])
export class SweptFiring {
  /** `<timer id>:<gen>`, as the dedupe keys of its notices begin. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'swept_firing_pkey' })
  firing: string;

  @Column('uuid')
  incidentId: string;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  at: Date;
}
