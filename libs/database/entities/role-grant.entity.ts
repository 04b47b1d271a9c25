import type { Role } from '@zenmeban/domain/engine';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity';
import { Site } from './site.entity';

/** A role of a person at one site, or everywhere (`siteId` null). */
@Entity('role_grant')
@Index('role_grant_once', ['personId', 'role', 'siteId'], { unique: true, where: 'site_id is not null' })
@Index('role_grant_everywhere_once', ['personId', 'role'], { unique: true, where: 'site_id is null' })
@Index('role_grant_site', ['siteId', 'role'])
@Check('role_grant_role', `role in ('staff', 'supervisor', 'manager', 'administrator')`)
export class RoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_grant_pkey' })
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'role_grant_person_fkey' })
  person: Relation<Person>;

  @Column('text')
  role: Role;

  @Column('uuid', { nullable: true })
  siteId: string | null;

  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'role_grant_site_fkey' })
  site: Relation<Site> | null;
}
