import { Database, type Site } from '@zenmeban/database';
import type { EscalationPolicy, EscalationTarget, Localized, Severity } from '@zenmeban/domain/engine';
import { severities } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { previewLevels } from './preview-levels';
import type { Skipped } from './reach';
import { Roster } from './roster';
import { type PersonRef, siteRef, type SiteRef } from './shift-views';

type ChannelRef = { kind: 'mail' | 'wecom' | 'dingtalk' | 'feishu' | 'webhook'; name: string };
export type ReachedPerson = { person: PersonRef; phone: string | null; channels: ChannelRef[] };
export type ReachLevel = {
  level: number;
  at: Date;
  targets: readonly EscalationTarget[];
  people: ReachedPerson[];
  skipped: { target: EscalationTarget; person: PersonRef | null; why: Skipped['why'] }[];
};
export type ReachPreviewView = {
  site: SiteRef;
  policy: { id: string; title: Localized };
  severity: Severity;
  at: Date;
  callsFrom: Date;
  reachesNobody: boolean;
  siteChannels: ChannelRef[];
  levels: ReachLevel[];
};

/** Whom would it reach? The same questions that an escalation asks, without calling anybody. */
@Injectable()
export class ReachPreview {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
  ) {}

  /**
   * Level by level, when each would be called if nobody acknowledged, and whom.
   * @param asked `at` without it now; `withPhones` for those who may see them
   */
  async of(
    site: Site,
    policy: EscalationPolicy,
    asked: { at?: Date; severity: Severity; withPhones: boolean },
  ): Promise<ReachPreviewView> {
    const tx = this.database.manager;
    const { severity, withPhones } = asked;
    const at = asked.at ?? (await this.database.now());
    const found = await previewLevels(tx, this.roster, policy, { siteId: site.id, severity, at });
    const people = await this.people(
      found.flatMap(({ personIds, skipped }) => [...personIds, ...skipped.flatMap(({ personId }) => personId ?? [])]),
    );
    return {
      ...{ site: siteRef(site), policy: { id: policy.id, title: policy.title }, severity, at },
      callsFrom: found[0]?.at ?? at,
      reachesNobody: found.every(({ personIds }) => personIds.length === 0),
      siteChannels: await this.siteChannels(site.id, severity),
      levels: found.map(({ at: calledAt, personIds, skipped }, index) => ({
        ...{ level: index + 1, at: calledAt, targets: policy.levels[index]?.targets ?? [] },
        people: personIds.flatMap((id) => {
          const person = people.get(id);
          return person ? [withPhones ? person : withoutAddresses(person)] : [];
        }),
        skipped: skipped.map(({ target, personId, why }) => ({
          ...{ target, why },
          person: people.get(personId ?? '')?.person ?? null,
        })),
      })),
    };
  }

  private async people(ids: readonly string[]): Promise<Map<string, ReachedPerson>> {
    const rows = await this.database.manager.query<ReachedPerson[]>(
      `SELECT jsonb_build_object('id', person.id, 'name', person.name) AS person, person.phone,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', way.kind, 'name', way.name)), '[]') FROM (
                 SELECT 'mail' AS kind, person.email AS name WHERE person.email <> '' AND person.bounces < 3
                 UNION ALL
                 SELECT kind, name FROM app.channel WHERE channel.person_id = person.id AND enabled
                   AND removed_at IS NULL AND failures < 3) AS way) AS channels
       FROM app.person WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.person.id, row]));
  }

  private async siteChannels(siteId: string, severity: Severity): Promise<ChannelRef[]> {
    const rows = await this.database.manager.query<(ChannelRef & { leastSeverity: Severity })[]>(
      `SELECT kind, name, least_severity AS "leastSeverity" FROM app.channel
       WHERE person_id IS NULL AND (site_id = $1 OR site_id IS NULL) AND enabled AND removed_at IS NULL ORDER BY name`,
      [siteId],
    );
    return rows
      .filter(({ leastSeverity }) => severities.indexOf(severity) >= severities.indexOf(leastSeverity))
      .map(({ kind, name }) => ({ kind, name }));
  }
}

/** What colleagues need to know: by which ways somebody is reached, not their numbers and addresses. */
const withoutAddresses = ({ person, channels }: ReachedPerson): ReachedPerson => ({
  ...{ person, phone: null },
  channels: channels.map(({ kind }) => ({ kind, name: '' })),
});
