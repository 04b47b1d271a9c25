import type { Language } from '@zenmeban/domain/engine';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who works with the product; `userId` refers to the account in schema `auth`, if there is one. */
@Entity('person')
@Unique('person_email_key', ['email'])
@Unique('person_user_key', ['userId'])
@Check('person_email_lower', `email = lower(email)`)
@Check('person_language', `language in ('zh', 'en')`)
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

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;
}
