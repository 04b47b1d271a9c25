import { Database, Site } from '@zenmeban/database';
import type { Opening } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { DutyLog } from './duty-log';

/** The telephone and the opening hours of a site. */
@Injectable()
export class SiteSettings {
  constructor(
    private readonly database: Database,
    private readonly log: DutyLog,
  ) {}

  /** Changes only what is given. @returns the site as it is now */
  async change(
    { id }: Pick<Site, 'id'>,
    wish: { phone?: string | null | undefined; opening?: Opening | null | undefined },
    actorId: string,
  ): Promise<Site> {
    return this.database.transaction(async (tx) => {
      const site = await tx.findOneOrFail(Site, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const before = { phone: site.phone, opening: site.opening };
      const after = {
        phone: wish.phone === undefined ? site.phone : wish.phone,
        opening: wish.opening === undefined ? site.opening : wish.opening,
      };
      await tx.query('UPDATE app.site SET phone = $2, opening = $3 WHERE id = $1', [
        ...[id, after.phone],
        after.opening === null ? null : JSON.stringify(after.opening),
      ]);
      await this.log.record(tx, { kind: 'site.changed', siteId: id, actorId, data: { before, after } });
      return { ...site, ...after };
    });
  }
}
