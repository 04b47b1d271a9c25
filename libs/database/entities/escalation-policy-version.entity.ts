import type { EscalationPolicy } from '@zenmeban/domain/engine';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One immutable version of an escalation policy; the highest `version` is the current one. */
@Entity('escalation_policy_version')
export class EscalationPolicyVersion {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'escalation_policy_version_pkey' })
  policyId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'escalation_policy_version_pkey' })
  version: number;

  @Column('jsonb')
  content: EscalationPolicy;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  loadedAt: Date;
}
