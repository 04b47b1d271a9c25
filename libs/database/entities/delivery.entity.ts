import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Notification } from './notification.entity';

/** `ambiguous`: the link broke and nobody knows whether the server took the mail; it is sent again. */
export type DeliveryOutcome = 'accepted' | 'temporary' | 'permanent' | 'ambiguous';

/** One attempt to send one notification. */
@Entity('delivery')
@Unique('delivery_attempt_key', ['notificationId', 'attempt'])
@Check('delivery_outcome', `outcome in ('accepted', 'temporary', 'permanent', 'ambiguous')`)
export class Delivery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delivery_pkey' })
  id: string;

  @Column('uuid')
  notificationId: string;

  @ManyToOne(() => Notification)
  @JoinColumn({ name: 'notification_id', foreignKeyConstraintName: 'delivery_notification_fkey' })
  notification: Relation<Notification>;

  @Column('integer')
  attempt: number;

  @Column('text')
  address: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** Null while the attempt is under way; stays null when the process died. */
  @Column('text', { nullable: true })
  outcome: DeliveryOutcome | null;

  /** The server's reply code, when it gave one. */
  @Column('integer', { nullable: true })
  smtpCode: number | null;

  @Column('text', { nullable: true })
  error: string | null;
}
