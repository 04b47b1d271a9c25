import { Database, Person, Site, type Transaction } from '@zenmeban/database';
import { DomainError, type Actor, type Language, type RoleGrant } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { hashPassword, type PasswordProblem, passwordProblem } from './password';

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** Without one the person signs in after "forgot password". */
  readonly password?: string;
  readonly grants: readonly RoleGrant[];
};

/** The people of the product with their accounts and roles. */
@Injectable()
export class People {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `person.email_taken`, `password.too_short`, `password.too_long`, `password.too_common` */
  create(tx: Transaction, person: NewPerson): Promise<string> {
    return createPerson(tx, person);
  }

  /** A deactivated person is signed out everywhere in the same transaction and cannot sign in again. */
  async setActive(tx: Transaction, personId: string, active: boolean): Promise<void> {
    const [rows] = await tx.query<[{ user_id: string | null }[], number]>(
      'UPDATE app.person SET active = $2 WHERE id = $1 RETURNING user_id',
      [personId, active],
    );
    const changed = rows[0];
    if (!changed)
      throw new DomainError('not_found', 'person.unknown', { zh: '没有这个人。', en: 'There is no such person.' });
    if (!active) await tx.query('DELETE FROM auth.session WHERE "userId" = $1', [changed.user_id]);
  }

  /** Everyone, by name. */
  list(): Promise<Person[]> {
    return this.database.manager.find(Person, { order: { name: 'ASC', id: 'ASC' } });
  }

  /** The sites where the actor has any role, by code; all of them with a role everywhere. */
  sitesOf(actor: Actor): Promise<Site[]> {
    const everywhere = actor.grants.some(({ siteId }) => siteId === null);
    const ids = actor.grants.flatMap(({ siteId }) => siteId ?? []);
    return this.database.manager
      .createQueryBuilder(Site, 'site')
      .where('(:everywhere OR site.id = ANY(:ids))', { everywhere, ids })
      .orderBy('site.code')
      .getMany();
  }
}

/**
 * A person with an account and roles, in the caller's transaction. The account stands in better-auth's tables, written
 * here so that it commits or rolls back with the person.
 * @returns the person's id
 */
export async function createPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const email = person.email.trim().toLowerCase();
  const problem = person.password === undefined ? null : passwordProblem(person.password);
  if (problem) throw new DomainError('invalid', `password.${problem}`, passwordSentences[problem]);
  const taken = await tx.query<unknown[]>('SELECT 1 FROM app.person WHERE email = $1', [email]);
  if (taken.length > 0)
    throw new DomainError('conflict', 'person.email_taken', {
      zh: `已有人使用 ${email}。`,
      en: `Somebody already has the address ${email}.`,
    });
  const id = v7();
  const userId = v7();
  await tx.query(
    `WITH account_holder AS (
       INSERT INTO auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       VALUES ($1, $2, $3, true, app.app_now(), app.app_now()))
     INSERT INTO app.person (id, user_id, name, email, language) VALUES ($4, $1, $2, $3, $5)`,
    [userId, person.name, email, id, person.language],
  );
  if (person.password !== undefined) await setFirstPassword(tx, userId, person.password);
  await grant(tx, id, person.grants);
  return id;
}

async function setFirstPassword(tx: Transaction, userId: string, password: string): Promise<void> {
  await tx.query(
    `INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
     VALUES ($1, $2::uuid::text, 'credential', $2::uuid, $3, app.app_now(), app.app_now())`,
    [v7(), userId, await hashPassword(password)],
  );
}

/** Adds roles; one the person has already stays as it is. @returns how many were new */
export async function grant(tx: Transaction, personId: string, grants: readonly RoleGrant[]): Promise<number> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO app.role_grant (id, person_id, role, site_id)
     SELECT g.id, $1, g.role, g.site_id FROM jsonb_to_recordset($2) AS g(id uuid, role text, site_id uuid)
     ON CONFLICT DO NOTHING RETURNING id`,
    [personId, JSON.stringify(grants.map(({ role, siteId }) => ({ id: v7(), role, site_id: siteId })))],
  );
  return rows.length;
}

export const passwordSentences: Readonly<Record<PasswordProblem, { zh: string; en: string }>> = {
  too_short: { zh: '密码至少 8 个字符。', en: 'A password has at least 8 characters.' },
  too_long: { zh: '密码最多 128 个字符。', en: 'A password has at most 128 characters.' },
  too_common: { zh: '这个密码太常见，请换一个。', en: 'This password is too common. Please choose another one.' },
};
