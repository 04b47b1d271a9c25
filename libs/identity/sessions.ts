import { Database, Person, RoleGrant } from '@zenmeban/database';
import { type Actor, DomainError } from '@zenmeban/domain/engine';
import { Inject, Injectable } from '@nestjs/common';
import { type Auth } from './auth';

/** Nest token of better-auth's instance. */
export const AUTH = Symbol('AUTH');

export type SignedIn = Actor & {
  readonly person: Pick<Person, 'id' | 'name' | 'email' | 'language'>;
};

type Row = SignedIn['person'] & { grants: Pick<RoleGrant, 'role' | 'siteId'>[] };

/** Who is asking: looked up anew with every request, so that what is revoked is revoked at once. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly database: Database,
  ) {}

  /**
   * @returns the person behind the session cookie with their roles; null without a session or when deactivated
   * Throws `session.unavailable` while the accounts cannot be read.
   */
  async actorOf(headers: Headers): Promise<SignedIn | null> {
    if (!headers.has('cookie')) return null;
    const session = await this.auth.api.getSession({ headers }).catch((error: unknown) => {
      throw isFailureOfItsOwn(error) ? unavailable() : error;
    });
    if (!session) return null;
    const [row] = await this.database.manager.query<Row[]>(
      `SELECT p.id, p.name, p.email, p.language,
              coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'siteId', g.site_id)) FILTER (WHERE g.id IS NOT NULL),
                       '[]') AS grants
       FROM app.person p LEFT JOIN app.role_grant g ON g.person_id = p.id
       WHERE p.user_id = $1 AND p.active GROUP BY p.id`,
      [session.user.id],
    );
    if (!row) return null;
    const { grants, ...person } = row;
    return { personId: person.id, grants, person };
  }
}

/** better-auth wraps what its database throws, and keeps nothing of it but a 500. */
const isFailureOfItsOwn = (error: unknown) =>
  error instanceof Error && 'statusCode' in error && Number(error.statusCode) >= 500;

const unavailable = () =>
  new DomainError('unavailable', 'session.unavailable', {
    zh: '系统暂时不可用，内容没有保存，请稍后重试；急事请直接打电话给主管。',
    en: 'The system is not available at the moment and nothing was saved; please try again. If it is urgent, call your supervisor.',
  });
