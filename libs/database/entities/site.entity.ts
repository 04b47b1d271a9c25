import type { Localized, Opening } from '@zenmeban/domain/engine';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A venue (案场). Its code starts every incident reference, its time zone decides the local day. */
@Entity('site')
@Unique('site_code_key', ['code'])
@Check('site_code_form', `code ~ '^[A-Z][A-Z0-9]{1,9}$'`)
export class Site {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'site_pkey' })
  id: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  name: Localized;

  /** IANA name, e.g. `Asia/Shanghai`. */
  @Column('text', { default: 'Asia/Shanghai' })
  timeZone: string;

  /** Whom to phone when nobody else can be named. */
  @Column('text', { nullable: true })
  phone: string | null;

  /** Null = open at any hour. */
  @Column('jsonb', { nullable: true })
  opening: Opening | null;

  @Column('timestamptz', { default: () => 'app.app_now()' })
  createdAt: Date;
}
