import { Database, Place, Site } from '@zenmeban/database';
import { type Actor, DomainError, sitesOf } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds the site and place a request means, among those the person may see. */
@Injectable()
export class UsualSite {
  constructor(private readonly database: Database) {}

  /** The site of the person's last incident, or their only one; null when that leaves a choice. */
  async of(actor: Actor): Promise<Site | null> {
    return this.among(actor, await this.visible(actor));
  }

  /** Every site of the person, the usual one first. */
  async first(actor: Actor): Promise<Site[]> {
    const sites = await this.visible(actor);
    const usual = await this.among(actor, sites);
    return usual ? [usual, ...sites.filter(({ id }) => id !== usual.id)] : sites;
  }

  private async among(actor: Actor, sites: readonly Site[]): Promise<Site | null> {
    if (sites.length === 1) return sites[0] ?? null;
    const [last] = await this.database.manager.query<{ siteId: string }[]>(
      `SELECT site_id AS "siteId" FROM app.incident WHERE opened_by_id = $1 ORDER BY id DESC LIMIT 1`,
      [actor.personId],
    );
    return sites.find(({ id }) => id === last?.siteId) ?? null;
  }

  /** By id or code. Throws `site.unknown`, also for one the person has nothing to do with. */
  async named(actor: Actor, idOrCode: string): Promise<Site> {
    const site = await this.database.manager.findOne(Site, {
      where: uuid.test(idOrCode) ? { id: idOrCode } : { code: idOrCode },
    });
    const allowed = sitesOf(actor);
    if (!site || (allowed !== 'all' && !allowed.includes(site.id))) throw unknownSite();
    return site;
  }

  /** The named one, else the usual one. Throws `site.needed` when there is a choice to make. */
  async namedOrUsual(actor: Actor, idOrCode: string | undefined): Promise<Site> {
    if (idOrCode !== undefined) return this.named(actor, idOrCode);
    const site = await this.of(actor);
    if (!site) throw siteNeeded();
    return site;
  }

  /** A place of the site, by id or code. Throws `place.unknown`. */
  async place(site: Site, idOrCode: string): Promise<Place> {
    const place = await this.database.manager.findOne(Place, {
      where: { siteId: site.id, ...(uuid.test(idOrCode) ? { id: idOrCode } : { code: idOrCode }) },
    });
    if (!place) throw unknownPlace();
    return place;
  }

  /** Every site of the person, by code. */
  async visible(actor: Actor): Promise<Site[]> {
    const allowed = sitesOf(actor);
    const sites = await this.database.manager.find(Site, { order: { code: 'ASC' } });
    return allowed === 'all' ? sites : sites.filter(({ id }) => allowed.includes(id));
  }
}

export const unknownSite = () =>
  new DomainError('not_found', 'site.unknown', {
    zh: '找不到这个案场，或您不在此案场工作。',
    en: 'There is no such site, or you do not work there.',
  });

const siteNeeded = () =>
  new DomainError('invalid', 'site.needed', { zh: '请先选择案场。', en: 'Choose the site first.' }, [
    { path: 'site', code: 'required', message: { zh: '请选择案场。', en: 'Choose the site.' } },
  ]);

const unknownPlace = () =>
  new DomainError('not_found', 'place.unknown', {
    zh: '这个案场没有这个位置。',
    en: 'This site has no such place.',
  });
