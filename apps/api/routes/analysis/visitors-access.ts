import type { Site } from '@zenmeban/database';
import { type Actor, can } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { Allowed } from '../allowed';
import { UsualSite } from '../usual-site';

/**
 * The sites a request about visitors means. Throws `site.unknown` (404) for one the person has nothing to do with, and
 * `permission.denied` for what their role there does not allow.
 */
@Injectable()
export class VisitorsAccess {
  constructor(
    private readonly allowed: Allowed,
    private readonly usualSite: UsualSite,
  ) {}

  async enter(actor: Actor, idOrCode: string): Promise<Site> {
    const site = await this.usualSite.named(actor, idOrCode);
    this.allowed.atSite(actor, 'visitors.enter', site.id);
    return site;
  }

  async changeCounter(actor: Actor, idOrCode: string): Promise<Site> {
    const site = await this.usualSite.named(actor, idOrCode);
    this.allowed.atSite(actor, 'visitors.counter', site.id);
    return site;
  }

  /** All sites whose visitors the person may enter, and the named one among them. */
  async enterSeveral(actor: Actor, idOrCode: string | undefined): Promise<{ sites: Site[]; usual: Site | null }> {
    const usual = idOrCode === undefined ? null : await this.enter(actor, idOrCode);
    const visible = await this.usualSite.visible(actor);
    const sites = visible.filter(({ id }) => can(actor, 'visitors.enter', { siteId: id }));
    return { sites, usual: usual ?? (sites.length === 1 ? (sites[0] ?? null) : null) };
  }
}
