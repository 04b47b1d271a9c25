import {
  type Actor,
  can,
  DomainError,
  type IncidentAction,
  type SiteAction,
  type Post,
  postNames,
  type VisibleTo,
} from '@zenmeban/domain/engine';
import { IncidentReader, unknownIncident } from '@zenmeban/incidents';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

/** Asks the abilities of the domain; what one may not see does not exist, what one may not do is refused. */
@Injectable()
export class Allowed {
  constructor(private readonly reader: IncidentReader) {}

  /** Throws `permission.denied`. */
  mayOpen(actor: Actor, siteId: string): void {
    this.atSite(actor, 'incident.open', siteId);
  }

  /** Throws `permission.denied`. That the site is one of the actor's was found out before. */
  atSite(actor: Actor, action: SiteAction, siteId: string): void {
    if (!can(actor, action, { siteId })) throw denied();
  }

  /** Throws `permission.denied`. */
  mayWatch(actor: Actor): void {
    if (!can(actor, 'machinery.watch', {})) throw denied();
  }

  /** @returns the id when it is one. Throws `incident.unknown` (404) for what may not be seen, `permission.denied`. */
  async incident(actor: Actor, action: IncidentAction, incidentId: string): Promise<string> {
    if (!z.uuid().safeParse(incidentId).success) throw unknownIncident();
    const access = await this.reader.access(incidentId);
    if (!can(actor, 'incident.view', access)) throw unknownIncident();
    if (!can(actor, action, access)) throw denied();
    return incidentId;
  }

  /**
   * Whether `actor` may complete or skip a step of an incident they may work on.
   * @returns the id of the incident. As `incident`, and throws `step.not_yours` for a confidential step,
   *   `step.belongs_to_others` for one of a post where somebody is on duty
   */
  async step(actor: Actor, incidentId: string, stepId: string): Promise<string> {
    const id = await this.incident(actor, 'incident.work', incidentId);
    const access = await this.reader.stepAccess(id, stepId);
    if (access.visibleTo !== null && !can(actor, 'step.see', access)) throw notYours(access.visibleTo);
    if (access.owner !== null && !can(actor, 'step.work', access)) throw belongsToOthers(access.owner.post);
    return id;
  }
}

function notYours(visibleTo: VisibleTo): DomainError {
  const who = {
    supervisor: { zh: '主管及以上', en: 'a supervisor or above' },
    manager: { zh: '经理及以上', en: 'a manager or above' },
  }[visibleTo];
  return new DomainError('forbidden', 'step.not_yours', {
    zh: `这一步需要保密，只能由${who.zh}的同事处理。`,
    en: `This step is confidential: only ${who.en} may deal with it.`,
  });
}

const belongsToOthers = (post: Post) =>
  new DomainError('forbidden', 'step.belongs_to_others', {
    zh: `这一步由${postNames[post].zh}负责，请他们或主管完成；急需时请呼叫主管。`,
    en: `This step belongs to ${postNames[post].en}: they or a supervisor complete it. Call the supervisor if it is urgent.`,
  });

export const denied = () =>
  new DomainError('forbidden', 'permission.denied', {
    zh: '您的角色不能进行此操作，请找主管。',
    en: 'Your role does not allow this; ask your supervisor.',
  });
