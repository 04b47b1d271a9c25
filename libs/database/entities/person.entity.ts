import type { Language } from '@zenmeban/domain/engine';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who works with the product; `userId` refers to the account in schema `auth`, if there is one. */
@Entity('person')
@Unique('person_email_key', ['email'])
@Unique('person_user_key', ['userId'])
@Check('person_email_lower', `email = lower(email)`)
@Check('person_language', `language in ('zh', 'en')`)
@Check(
  'person_quiet_form',
  `(quiet_from IS NULL) = (quiet_until IS NULL)
       AND quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`,
)
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  id: string;

  @Column('uuid', { nullable: true })
  userId: string | null;

  @Column('text')
  name: string;

  /** Lower case; mail goes here. */
  @Column('text')
  email: string;

  @Column('text', { default: 'zh' })
  language: Language;

  @Column('boolean', { default: true })
  active: boolean;

  /** Whom the banner says to phone when alerts may be delayed. */
  @Column('text', { nullable: true })
  phone: string | null;

  /** Quiet hours, `HH:MM` at the site they are called from; both or neither; they may cross midnight. */
  @Column('text', { nullable: true })
  quietFrom: string | null;

  @Column('text', { nullable: true })
  quietUntil: string | null;

  /** Mails refused for good, one after the other; an accepted one begins anew. */
  @Column('smallint', { default: 0 })
  bounces: number;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;
}
