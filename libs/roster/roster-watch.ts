import { Database, DutyWarning, Site, type Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import { type DutyRoster, dutyGaps, openSpans, type Span } from '@zenmeban/domain/roster';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 } from 'uuid';
import { calledPosts } from './called-posts';
import { aheadMs, type Finding, isSame, isTold, sentenceOf } from './duty-warnings';
import { loadDuty } from './load-duty';
import { unreachablePeople } from './roster-warnings';
import { DUTY_ALARM, type DutyAlarm, POLICIES_IN_FORCE, type PoliciesInForce } from './tokens';

/** Looks a day ahead: where nobody will be on a post that policies call, or somebody who cannot be reached. */
@Injectable()
export class RosterWatch {
  constructor(
    private readonly database: Database,
    @Inject(POLICIES_IN_FORCE) private readonly policies: PoliciesInForce,
    @Inject(DUTY_ALARM) private readonly alarm: DutyAlarm,
  ) {}

  /** One round over all sites. What is new is told once; what was put right and comes again is told again. */
  async round(): Promise<void> {
    const posts = calledPosts(await this.policies());
    for (const site of await this.database.source.manager.find(Site, { order: { code: 'ASC' } }))
      await this.database.transaction((tx) => this.look(tx, site, posts));
  }

  private async look(tx: Transaction, site: Site, posts: readonly Post[]): Promise<void> {
    const [{ mine, now }] = await tx.query<[{ mine: boolean; now: Date }]>(
      `SELECT pg_try_advisory_xact_lock(hashtext('roster-watch'), hashtext($1)) AS mine, app.app_now() AS now`,
      [site.id],
    );
    if (!mine) return;
    const findings = await findingsOf(tx, site, posts, { startsAt: now, endsAt: new Date(now.getTime() + aheadMs) });
    const told = await tx.findBy(DutyWarning, { siteId: site.id, overAt: IsNull() });
    const news = findings.filter((finding) => !isTold(finding, told));
    const over = told.filter(
      (one) => !findings.some((finding) => isSame(finding, one)) || news.some((finding) => isSame(finding, one)),
    );
    if (over.length > 0)
      await tx.update(DutyWarning, { id: In(over.map(({ id }) => id)) }, { overAt: () => 'app.app_now()' });
    if (news.length === 0) return;
    await tx.insert(
      DutyWarning,
      news.map(({ name: _name, ...finding }) => ({ id: v7(), siteId: site.id, ...finding })),
    );
    await this.alarm(
      tx,
      site,
      news.map((finding) => sentenceOf(finding, site.timeZone)),
    );
  }
}

async function findingsOf(tx: Transaction, site: Site, posts: readonly Post[], window: Span): Promise<Finding[]> {
  const duty = await loadDuty(tx, site.id, window, posts);
  const gaps = dutyGaps(duty, posts, window, openSpans(site.opening, site.timeZone, window));
  return [
    ...gaps.map((gap): Finding => ({ kind: 'gap', personId: null, name: null, ...gap })),
    ...(await mutedOnDuty(tx, duty, window)),
  ];
}

/** Whoever is on duty in the window and cannot be reached: once per person and post, from their first shift on. */
async function mutedOnDuty(tx: Transaction, { shifts, standIns }: DutyRoster, window: Span): Promise<Finding[]> {
  const duties = [...shifts, ...standIns].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const muted = await unreachablePeople(tx, [...new Set(duties.map(({ personId }) => personId))]);
  if (muted.size === 0) return [];
  const names = await tx.query<{ id: string; name: string }[]>('SELECT id, name FROM app.person WHERE id = ANY($1)', [
    [...muted],
  ]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const first = new Map<string, Finding>();
  for (const { personId, post, startsAt, endsAt } of duties) {
    const key = `${personId}/${post}`;
    if (!muted.has(personId) || first.has(key)) continue;
    const from = startsAt < window.startsAt ? window.startsAt : startsAt;
    first.set(key, { kind: 'unreachable', post, personId, name: nameOf.get(personId) ?? null, startsAt: from, endsAt });
  }
  return [...first.values()];
}
