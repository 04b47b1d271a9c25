import type { Language, Severity } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** A robot in a group chat, or a webhook of another system. */
export type ChannelKind = 'wecom' | 'dingtalk' | 'feishu' | 'webhook';

/** A way to tell besides mail: a site's, a person's own, or (neither) that of the whole group. */
@Entity('channel')
@Index('channel_by_site', ['siteId'], { where: 'removed_at is null' })
@Index('channel_by_person', ['personId'], { where: 'removed_at is null' })
@Check('channel_kind', `kind in ('wecom', 'dingtalk', 'feishu', 'webhook')`)
@Check('channel_off_because', `off_because is null or off_because = 'gone' and not enabled`)
@Check('channel_language', `language in ('zh', 'en')`)
@Check('channel_least_severity', `least_severity in ('low', 'normal', 'high', 'critical')`)
export class Channel {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'channel_pkey' })
  id: string;

  @Column('text')
  kind: ChannelKind;

  @Column('text')
  name: string;

  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'channel_site_fkey' })
  site: Relation<Site> | null;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'channel_person_fkey' })
  person: Relation<Person> | null;

  /** Address and secret are encrypted: whoever reads them can write to the group. */
  @Column('text')
  sealedUrl: string;

  @Column('text', { nullable: true })
  sealedSecret: string | null;

  @Column('text', { default: 'zh' })
  language: Language;

  /** What is less severe is not told here. */
  @Column('text', { default: 'low' })
  leastSeverity: Severity;

  @Column('boolean', { default: true })
  enabled: boolean;

  /** Why it is off when nobody switched it off; `gone`: its endpoint answered 410 Gone. */
  @Column('text', { nullable: true })
  offBecause: 'gone' | null;

  /** When it was tested within the last minute: that counts in what its robot takes. */
  @Column('timestamptz', { array: true, default: '{}' })
  testedAt: Date[];

  /** Messages refused for good, one after the other. */
  @Column('smallint', { default: 0 })
  failures: number;

  @Column('uuid')
  createdById: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by_id', foreignKeyConstraintName: 'channel_created_by_fkey' })
  createdBy: Relation<Person>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}
