import type { Severity } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Channel, type ChannelKind } from './channel.entity';
import { Escalation } from './escalation.entity';
import { Incident } from './incident.entity';
import { Person } from './person.entity';

/** `pending` → `sending` → `accepted` (the mail server said 250), `failed` (final) or `withdrawn` (no longer true). */
export type NotificationState = 'pending' | 'sending' | 'accepted' | 'failed' | 'withdrawn';

/** One notice owed to one person through one channel. Its Message-ID is made from its id and never changes. */
@Entity('notification')
@Unique('notification_dedupe_key', ['dedupeKey'])
@Index('notification_due', ['nextAttemptAt'], { where: `state in ('pending', 'sending')` })
@Index('notification_by_incident', ['incidentId'])
@Index('notification_by_recipient', ['recipientId', 'dueAt'])
@Index('notification_by_channel', ['channelId', 'dueAt'])
@Index('notification_by_due', ['dueAt'])
@Index('notification_by_carrier', ['carriedById'], { where: 'carried_by_id is not null' })
@Check('notification_to_somebody', `recipient_id is not null or channel_id is not null`)
@Check('notification_channel', `channel in ('mail', 'wecom', 'dingtalk', 'feishu', 'webhook')`)
@Check('notification_state', `state in ('pending', 'sending', 'accepted', 'failed', 'withdrawn')`)
export class Notification {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_pkey' })
  id: string;

  /** `<timer>:<gen>:<recipient>:<channel>`, or the timeline entry in place of the timer. */
  @Column('text')
  dedupeKey: string;

  @Column('uuid', { nullable: true })
  incidentId: string | null;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'notification_incident_fkey' })
  incident: Relation<Incident> | null;

  /** The chain this notice belongs to: an acknowledgement withdraws what was not sent yet. */
  @Column('uuid', { nullable: true })
  escalationId: string | null;

  @ManyToOne(() => Escalation)
  @JoinColumn({ name: 'escalation_id', foreignKeyConstraintName: 'notification_escalation_fkey' })
  escalation: Relation<Escalation> | null;

  /** Null for a group's channel. */
  @Column('uuid', { nullable: true })
  recipientId: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'recipient_id', foreignKeyConstraintName: 'notification_recipient_fkey' })
  recipient: Relation<Person> | null;

  @Column('text', { default: 'mail' })
  channel: 'mail' | ChannelKind;

  /** Null for mail. */
  @Column('uuid', { nullable: true })
  channelId: string | null;

  @ManyToOne(() => Channel)
  @JoinColumn({ name: 'channel_id', foreignKeyConstraintName: 'notification_channel_fkey' })
  channelUsed: Relation<Channel> | null;

  @Column('text')
  template: string;

  /** What the template needs besides what is read again at the moment of sending; emptied once final. */
  @Column('jsonb')
  variables: Record<string, unknown>;

  /** Higher is sent first. */
  @Column('text')
  severity: Severity;

  @Column('text', { default: 'pending' })
  state: NotificationState;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;

  /** When it was owed: the moment its timer was due, or what it tells of happened. */
  @Column('timestamptz', { default: () => 'app.app_now()' })
  dueAt: Date;

  /** So long it may wait for others to the same recipient, to be told in one message. */
  @Column('integer', { default: 0 })
  holdSeconds: number;

  /** The notice in whose message this one was told. */
  @Column('uuid', { nullable: true })
  carriedById: string | null;

  @ManyToOne(() => Notification)
  @JoinColumn({ name: 'carried_by_id', foreignKeyConstraintName: 'notification_carried_by_fkey' })
  carriedBy: Relation<Notification> | null;

  /** Of a call. */
  @Column('smallint', { nullable: true })
  level: number | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** While `sending`: when the lease ends and another process may try. */
  @Column('timestamptz', { default: () => 'app.app_now()' })
  nextAttemptAt: Date;

  /** Fencing token of the process that is sending. */
  @Column('uuid', { nullable: true })
  leaseToken: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;
}
