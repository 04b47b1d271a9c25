import { Database, type Site } from '@zenmeban/database';
import { type Actor, can, DomainError } from '@zenmeban/domain/engine';
import type { LedgerPosition, LedgerScope } from '@zenmeban/notifications';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { common, type ledger } from '../contract';
import { denied } from './allowed';
import { UsualSite } from './usual-site';

/** Most days of one question. */
const mostDays = 366;

/** Which part of the ledger a request means, among what the person may read. */
@Injectable()
export class LedgerScopes {
  constructor(
    private readonly database: Database,
    private readonly usualSite: UsualSite,
  ) {}

  /**
   * The days at the named site, else at all sites the actor answers for, by the clock of the first.
   * Throws `permission.denied`, `site.unknown`, `validation.failed`.
   */
  async of(actor: Actor, { from, to, site }: z.infer<typeof ledger.ledgerFileQuery>): Promise<LedgerScope> {
    const sites = await this.sites(actor, site);
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    if (days < 1 || days > mostDays) throw periodImpossible();
    const [row] = await this.database.manager.query<[{ from: Date; until: Date }]>(
      `SELECT $1::date::timestamp AT TIME ZONE $3 AS from, ($2::date + 1)::timestamp AT TIME ZONE $3 AS until`,
      [from, to, sites[0]?.timeZone ?? 'UTC'],
    );
    return { from: row.from, until: row.until, siteIds: sites.map(({ id }) => id) };
  }

  private async sites(actor: Actor, idOrCode: string | undefined): Promise<Site[]> {
    const named =
      idOrCode === undefined ? await this.usualSite.visible(actor) : [await this.usualSite.named(actor, idOrCode)];
    const readable = named.filter(({ id }) => can(actor, 'ledger.see', { siteId: id }));
    if (readable.length === 0) throw denied();
    return readable;
  }
}

/** A position as a cursor, and back. Throws `validation.failed`. */
export const cursorOf = ({ dueAt, id }: LedgerPosition): string => `${dueAt.replace(' ', 'T')}~${id}`;

export function positionOf(cursor: string): LedgerPosition {
  const [dueAt = '', id = ''] = cursor.split('~');
  if (/^\d{4}-\d\d-\d\dT[\d:.]+[+-][\d:]+$/.test(dueAt) && common.id.safeParse(id).success) return { dueAt, id };
  const message = { zh: '翻页位置无效，请从头开始。', en: 'The cursor is not valid; start from the first page.' };
  throw new DomainError('invalid', 'validation.failed', message, [{ path: 'cursor', code: 'wrong_form', message }]);
}

function periodImpossible(): DomainError {
  const message = {
    zh: `结束日期不能早于开始日期，且最多 ${mostDays} 天。`,
    en: `The last day may not be before the first, and there may be at most ${mostDays} days.`,
  };
  return new DomainError('invalid', 'validation.failed', message, [{ path: 'to', code: 'out_of_range', message }]);
}
