import { type Actor, can, DomainError, type IncidentAction } from '@zenmeban/domain/engine';
import { IncidentReader, unknownIncident } from '@zenmeban/incidents';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

/** Asks the abilities of the domain; what one may not see does not exist, what one may not do is refused. */
@Injectable()
export class Allowed {
  constructor(private readonly reader: IncidentReader) {}

  /** Throws `permission.denied`. */
  mayOpen(actor: Actor, siteId: string): void {
    if (!can(actor, 'incident.open', { siteId })) throw denied();
  }

  /** @returns the id when it is one. Throws `incident.unknown` (404) for what may not be seen, `permission.denied`. */
  async incident(actor: Actor, action: IncidentAction, incidentId: string): Promise<string> {
    if (!z.uuid().safeParse(incidentId).success) throw unknownIncident();
    const access = await this.reader.access(incidentId);
    if (!can(actor, 'incident.view', access)) throw unknownIncident();
    if (!can(actor, action, access)) throw denied();
    return incidentId;
  }
}

const denied = () =>
  new DomainError('forbidden', 'permission.denied', {
    zh: '您的角色不能进行此操作，请找主管。',
    en: 'Your role does not allow this; ask your supervisor.',
  });
