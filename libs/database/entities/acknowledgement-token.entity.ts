import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Incident } from './incident.entity';
import { Notification } from './notification.entity';
import { Person } from './person.entity';

/** The right to acknowledge one incident once, as one person, from one mail. Only the token's SHA-256 is kept. */
@Entity('acknowledgement_token')
@Index('acknowledgement_token_by_notification', ['notificationId'])
export class AcknowledgementToken {
  /** SHA-256 of the token, hex. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'acknowledgement_token_pkey' })
  tokenHash: string;

  @Column('uuid')
  notificationId: string;

  @ManyToOne(() => Notification)
  @JoinColumn({ name: 'notification_id', foreignKeyConstraintName: 'acknowledgement_token_notification_fkey' })
  notification: Relation<Notification>;

  @Column('uuid')
  incidentId: string;

  @ManyToOne(() => Incident)
  @JoinColumn({ name: 'incident_id', foreignKeyConstraintName: 'acknowledgement_token_incident_fkey' })
  incident: Relation<Incident>;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'acknowledgement_token_person_fkey' })
  person: Relation<Person>;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
