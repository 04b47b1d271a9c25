import type { Transaction } from '@zenmeban/database';

export type KnownSite = { id: string; code: string; zh: string; en: string; timeZone: string };
export type KnownPlace = { id: string; siteId: string; code: string; zh: string; en: string };
export type KnownPerson = { id: string; name: string; email: string; language: string; grants: string[] };

/** What the database holds already, by natural key. Grants read `role@<site id>` or `role@*`. */
export type Known = {
  sites: Map<string, KnownSite>;
  /** By `<site id>/<code>`. */
  places: Map<string, KnownPlace>;
  /** By e-mail address. */
  people: Map<string, KnownPerson>;
};

export async function loadKnown(tx: Transaction): Promise<Known> {
  const sites = await tx.query<KnownSite[]>(
    `SELECT id, code, name->>'zh' AS zh, name->>'en' AS en, time_zone AS "timeZone" FROM app.site`,
  );
  const places = await tx.query<KnownPlace[]>(
    `SELECT id, site_id AS "siteId", code, name->>'zh' AS zh, name->>'en' AS en FROM app.place`,
  );
  const people = await tx.query<KnownPerson[]>(
    `SELECT p.id, p.name, p.email, p.language,
            coalesce(array_agg(g.role || '@' || coalesce(g.site_id::text, '*')) FILTER (WHERE g.id IS NOT NULL), '{}') AS grants
     FROM app.person p LEFT JOIN app.role_grant g ON g.person_id = p.id GROUP BY p.id`,
  );
  return {
    sites: new Map(sites.map((site) => [site.code, site])),
    places: new Map(places.map((place) => [`${place.siteId}/${place.code}`, place])),
    people: new Map(people.map((person) => [person.email, person])),
  };
}
