import type { Playbook } from '@zenmeban/domain/engine';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One immutable version of a playbook; the highest `version` is the current one. */
@Entity('playbook_version')
@Unique('playbook_version_key', ['playbookId', 'version'])
export class PlaybookVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'playbook_version_pkey' })
  id: string;

  @Column('text')
  playbookId: string;

  @Column('integer')
  version: number;

  /** SHA-256 of the file and of what was made of it, hex: the latter also changes with what playbooks share. */
  @Column('text')
  contentHash: string;

  /** `json`, not `jsonb`, which would put the questions of a step into another order. */
  @Column('json')
  content: Playbook;

  /** The file as it was read. */
  @Column('text')
  source: string;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  loadedAt: Date;
}
