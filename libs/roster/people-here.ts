import type { Transaction } from '@zenmeban/database';
import { type Post, type Role, roles } from '@zenmeban/domain/engine';
import { notHere } from './refusals';

export type PersonHere = { id: string; name: string; email: string; role: Role };

/** Everybody who works at a site and has not left, by name, each with the highest role they have there. */
export async function peopleHere(tx: Transaction, siteId: string): Promise<PersonHere[]> {
  const rows = await tx.query<(Omit<PersonHere, 'role'> & { roles: Role[] })[]>(
    `SELECT person.id, person.name, person.email, array_agg(held.role) AS roles
     FROM app.person JOIN app.role_grant AS held ON held.person_id = person.id
     WHERE person.active AND (held.site_id = $1 OR held.site_id IS NULL)
     GROUP BY person.id ORDER BY person.name, person.id`,
    [siteId],
  );
  return rows.map(({ roles: held, ...person }) => ({
    ...person,
    role: roles.findLast((role) => held.includes(role)) ?? 'staff',
  }));
}

/** Finds somebody among them. Throws `validation.failed` naming `path`. */
export function personHere(people: readonly PersonHere[], personId: string, path: string): PersonHere {
  const person = people.find(({ id }) => id === personId);
  if (!person) throw notHere(path);
  return person;
}

/** The role that whoever holds a post needs, so that they may do what they are called for. */
const roleOfPost: Readonly<Partial<Record<Post, Role>>> = { supervisor: 'supervisor', manager: 'manager' };

/** Whether somebody may hold a post. */
export function mayHold({ role }: PersonHere, post: Post): boolean {
  return roles.indexOf(role) >= roles.indexOf(roleOfPost[post] ?? 'staff');
}
