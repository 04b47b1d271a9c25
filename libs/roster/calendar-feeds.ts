import { createHash, randomBytes } from 'node:crypto';
import { CalendarFeed, Database, type Transaction } from '@zenmeban/database';
import type { Language, Localized } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type CalendarDuty, calendarText } from './calendar-text';

export type NewFeed = { token: string; createdAt: Date };

/** A feed as it stands; null for one that was revoked, or whose owner has left or lost the site. */
type OpenFeed = { siteId: string | null; personId: string; language: Language; siteName: Localized | null };

type DutyRow = Omit<CalendarDuty, 'site' | 'who'> & { siteName: Localized; person: string };

/** 256 random bits; what is stored is their SHA-256. */
const newToken = () => randomBytes(32).toString('base64url');
const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** The secret calendar addresses: per person one of their own duties, and one of each site they work at. */
@Injectable()
export class CalendarFeeds {
  constructor(private readonly database: Database) {}

  /** @param siteId null = the person's own duties */
  async current(personId: string, siteId: string | null): Promise<{ createdAt: Date | null }> {
    const feed = await this.database.manager.findOneBy(CalendarFeed, present(personId, siteId));
    return { createdAt: feed?.createdAt ?? null };
  }

  /** Makes a new address, and ends the one before. The token is told only here. */
  async renew(personId: string, siteId: string | null): Promise<NewFeed> {
    return this.database.transaction(async (tx) => {
      /* Of two renewals at the same moment the second ends the address of the first. */
      await tx.query('SELECT id FROM app.person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
      await this.end(tx, personId, siteId);
      const token = newToken();
      await tx.insert(CalendarFeed, { tokenHash: hash(token), personId, siteId });
      const { createdAt } = await tx.findOneByOrFail(CalendarFeed, { tokenHash: hash(token) });
      return { token, createdAt };
    });
  }

  async revoke(personId: string, siteId: string | null): Promise<void> {
    await this.database.transaction((tx) => this.end(tx, personId, siteId));
  }

  /** The calendar behind a token: from 30 days ago to 180 days ahead; null for a token that opens nothing. */
  async read(token: string): Promise<{ text: string; etag: string } | null> {
    const tx = this.database.manager;
    const feed = await openFeed(tx, token);
    if (!feed) return null;
    const rows = await dutiesOf(tx, feed);
    const [{ changedAt }] = await tx.query<[{ changedAt: Date }]>(
      `SELECT coalesce(max(at), to_timestamp(0)) AS "changedAt" FROM (SELECT at FROM app.duty_change ORDER BY id DESC LIMIT 1) AS newest`,
    );
    const { language, siteName } = feed;
    const duties = rows.map(({ siteName: name, person, ...duty }) => ({
      ...{ ...duty, site: name[language] },
      ...(feed.siteId !== null && { who: person }),
    }));
    const title = siteName?.[language] ?? { zh: '我的排班', en: 'My duty' }[language];
    const text = calendarText(duties, { title, language, changedAt });
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
  }

  private async end(tx: Transaction, personId: string, siteId: string | null): Promise<void> {
    await tx.update(CalendarFeed, present(personId, siteId), { revokedAt: () => 'app.app_now()' });
  }
}

const present = (personId: string, siteId: string | null) => ({
  personId,
  siteId: siteId ?? IsNull(),
  revokedAt: IsNull(),
});

async function openFeed(tx: Transaction, token: string): Promise<OpenFeed | null> {
  const [feed] = await tx.query<OpenFeed[]>(
    `SELECT feed.site_id AS "siteId", feed.person_id AS "personId", person.language, site.name AS "siteName"
     FROM app.calendar_feed AS feed
     JOIN app.person ON person.id = feed.person_id AND person.active
     LEFT JOIN app.site ON site.id = feed.site_id
     WHERE feed.token_hash = $1 AND feed.revoked_at IS NULL
       AND (feed.site_id IS NULL OR EXISTS (
         SELECT FROM app.role_grant AS held
         WHERE held.person_id = feed.person_id AND (held.site_id = feed.site_id OR held.site_id IS NULL)))`,
    [hash(token)],
  );
  return feed ?? null;
}

async function dutiesOf(tx: Transaction, { siteId, personId }: OpenFeed): Promise<DutyRow[]> {
  return tx.query<DutyRow[]>(
    `SELECT duty.id, duty.kind, duty.post, duty.starts_at AS "startsAt", duty.ends_at AS "endsAt",
            site.time_zone AS zone, site.name AS "siteName", person.name AS person
     FROM (
       SELECT id, 'shift' AS kind, site_id, person_id, post, starts_at, ends_at, cancelled_at FROM app.shift
       UNION ALL
       SELECT id, 'stand-in', site_id, person_id, post, starts_at, ends_at, cancelled_at FROM app.duty_override) AS duty
     JOIN app.site ON site.id = duty.site_id
     JOIN app.person ON person.id = duty.person_id
     WHERE duty.cancelled_at IS NULL
       AND duty.ends_at > app.app_now() - interval '30 days' AND duty.starts_at < app.app_now() + interval '180 days'
       AND CASE WHEN $1::uuid IS NULL THEN duty.person_id = $2 ELSE duty.site_id = $1 END
     ORDER BY duty.starts_at, duty.id`,
    [siteId, personId],
  );
}
