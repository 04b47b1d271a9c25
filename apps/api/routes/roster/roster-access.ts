import type { Site } from '@zenmeban/database';
import type { Actor } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { Allowed } from '../allowed';
import { UsualSite } from '../usual-site';

/**
 * The site a request about the roster means. All throw `site.unknown` (404) for a site the person has nothing to do
 * with, and `permission.denied` for what their role there does not allow.
 */
@Injectable()
export class RosterAccess {
  constructor(
    private readonly allowed: Allowed,
    private readonly usualSite: UsualSite,
  ) {}

  see(actor: Actor, idOrCode: string): Promise<Site> {
    return this.site(actor, idOrCode, 'roster.view');
  }

  change(actor: Actor, idOrCode: string): Promise<Site> {
    return this.site(actor, idOrCode, 'roster.change');
  }

  changeSite(actor: Actor, idOrCode: string): Promise<Site> {
    return this.site(actor, idOrCode, 'site.change');
  }

  private async site(
    actor: Actor,
    idOrCode: string,
    action: 'roster.view' | 'roster.change' | 'site.change',
  ): Promise<Site> {
    const site = await this.usualSite.named(actor, idOrCode);
    this.allowed.atSite(actor, action, site.id);
    return site;
  }
}
