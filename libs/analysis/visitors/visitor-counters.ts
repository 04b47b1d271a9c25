import { createHash, randomBytes } from 'node:crypto';
import { Database, Site, type Transaction, VisitorCounter, type VisitorSource } from '@zenmeban/database';
import { addDays, localOf } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { figureProblems } from './figure-problems';
import { lockFigures, readFigures, writeFigures } from './figure-rows';
import { badFigures, unknownCounter } from './refusals';

export type CounterState = { createdAt: Date | null; heardAt: Date | null };

/** What stands for the day after a report. */
export type Counted = { site: string; day: string; visitors: number; source: VisitorSource };

/** 256 random bits; what is stored is their SHA-256. */
const newToken = () => randomBytes(32).toString('base64url');
const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** A counter that was cut off catches up this far; what is older is a wrong clock, and a person's to enter. */
const daysToCatchUp = 31;

/** The people counters at the doors: their secrets, one a site, and what they report. */
@Injectable()
export class VisitorCounters {
  constructor(private readonly database: Database) {}

  async state(siteId: string): Promise<CounterState> {
    const counter = await this.database.manager.findOneBy(VisitorCounter, present(siteId));
    return { createdAt: counter?.createdAt ?? null, heardAt: counter?.heardAt ?? null };
  }

  /** Makes a new secret, and ends the one before. It is told only here. */
  async renew(siteId: string, actorId: string): Promise<{ token: string; createdAt: Date }> {
    return this.database.transaction(async (tx) => {
      await lockFigures(tx, [siteId]);
      await end(tx, siteId);
      const token = newToken();
      await tx.insert(VisitorCounter, { tokenHash: hash(token), siteId, createdById: actorId });
      const { createdAt } = await tx.findOneByOrFail(VisitorCounter, { tokenHash: hash(token) });
      return { token, createdAt };
    });
  }

  async revoke(siteId: string): Promise<void> {
    await this.database.transaction((tx) => end(tx, siteId));
  }

  /**
   * Takes the total of a day so far. The largest total of a day counts, so that a report may come twice, late or in any
   * order, and a counter that restarts at zero loses nothing; what a person entered stands.
   * Throws `counter.unknown_token`, and `visitors.bad_figures` also for days more than 31 days back
   */
  async report(token: string, { day, visitors }: { day: string; visitors: number }): Promise<Counted> {
    return this.database.transaction(async (tx) => {
      const site = await siteOf(tx, token);
      await lockFigures(tx, [site.id]);
      const today = localOf(await this.database.now(), site.timeZone).date;
      const problems = figureProblems('', { day, visitors }, today);
      if (problems.length === 0 && day < addDays(today, -daysToCatchUp)) problems.push(tooLate);
      if (problems.length > 0) throw badFigures(problems);
      await tx.query('UPDATE app.visitor_counter SET heard_at = app.app_now() WHERE token_hash = $1', [hash(token)]);
      const [old] = await readFigures(tx, site.id, day, day);
      const stands = old !== undefined && (old.source !== 'counter' || old.visitors >= visitors);
      if (stands) return { site: site.code, day, visitors: old.visitors, source: old.source };
      /* While the day goes on the count only grows; what it was every few minutes is no change worth keeping. */
      if (old && day === today) await countOn(tx, site.id, { day, visitors });
      else await writeFigures(tx, site.id, [{ day, visitors }], { source: 'counter', actorId: null });
      return { site: site.code, day, visitors, source: 'counter' };
    });
  }
}

const present = (siteId: string) => ({ siteId, revokedAt: IsNull() });

async function end(tx: Transaction, siteId: string): Promise<void> {
  await tx.update(VisitorCounter, present(siteId), { revokedAt: () => 'app.app_now()' });
}

async function siteOf(tx: Transaction, token: string): Promise<Site> {
  const counter = await tx.findOne(VisitorCounter, {
    where: { tokenHash: hash(token), revokedAt: IsNull() },
    relations: { site: true },
  });
  if (!counter) throw unknownCounter();
  return counter.site;
}

async function countOn(
  tx: Transaction,
  siteId: string,
  { day, visitors }: { day: string; visitors: number },
): Promise<void> {
  await tx.query(
    `UPDATE app.visitors SET visitors = $3, at = app.app_now() WHERE site_id = $1 AND day = $2 AND source = 'counter'`,
    [siteId, day, visitors],
  );
}

const tooLate = {
  path: 'day',
  code: 'too_late',
  message: {
    zh: `计数器只能补报最近 ${daysToCatchUp} 天；更早的请由主管填写。`,
    en: `A counter may catch up on the last ${daysToCatchUp} days; a supervisor enters what is older.`,
  },
};
