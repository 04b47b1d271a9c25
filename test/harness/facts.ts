import type { IncidentFact } from '@zenmeban/database';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';

/** A complaint as a story gives it: only what matters to it. */
export type GivenComplaint = Partial<
  Omit<
    IncidentFact,
    'incidentId' | 'incident' | 'siteId' | 'placeId' | 'receivedAt' | 'week' | 'closedAt' | 'resolveBy'
  >
> & {
  /** Its local day at the site. */
  day: string;
  /** Its site's code; BJ1 unless said otherwise. */
  site?: string;
  /** The code of a place there. */
  place?: string;
  resolveBy?: string;
  restricted?: boolean;
};

const plain = {
  ...{ site: 'BJ1', hour: 10, register: 'complaint', severity: 'normal', status: 'closed', place: null, post: null },
  ...{ channel: null, category: null, cause: null, justified: null, remedy: null, satisfaction: null },
  ...{ firstResponseSeconds: null, acknowledgedSeconds: null, resolvedSeconds: null, resolveBy: null },
  ...{ withinTarget: null, levelsCalled: 0, reopened: 0, stepsDue: 0, stepsOnTime: 0, stepsSkipped: 0 },
  restricted: false,
};

/**
 * Writes incidents of the playbook for complaints together with their facts, as they would stand there, without living
 * through them. The same complaints give the same rows, but for their ids. Returns the ids in the order given.
 */
export async function writeComplaints(source: DataSource, complaints: readonly GivenComplaint[]): Promise<string[]> {
  const rows = complaints.map((complaint, at) => ({
    ...{ ...plain, ...complaint },
    id: v7({ msecs: Date.parse(`${complaint.day}T12:00Z`) + at }),
  }));
  await source.query(statement, [JSON.stringify(rows)]);
  return rows.map(({ id }) => id);
}

/** Writes so many visitors for each of some days of a site, as its counter would report them. */
export async function writeVisitors(
  source: DataSource,
  { site, from, to, visitors }: { site: string; from: string; to: string; visitors: number },
): Promise<void> {
  await source.query(
    `INSERT INTO app.visitors (site_id, day, visitors, source)
     SELECT s.id, day, $4, 'counter' FROM app.site s, generate_series($2::date, $3::date, '1 day') AS day WHERE s.code = $1`,
    [site, from, to, visitors],
  );
}

const statement = `
WITH given AS (
  SELECT g.*, s.id AS site_id, p.id AS place_id, v.id AS version_id, v.playbook_id, v.version,
    (g.day + make_interval(hours => g.hour)) AT TIME ZONE s.time_zone AS at
  FROM jsonb_to_recordset($1) AS g(id uuid, site text, place text, day date, hour int, register text, severity text,
    status text, post text, channel text, category text, cause text, justified text, remedy text, satisfaction text,
    "firstResponseSeconds" int, "acknowledgedSeconds" int, "resolvedSeconds" int, "resolveBy" timestamptz,
    "withinTarget" boolean, "levelsCalled" int, reopened int, "stepsDue" int, "stepsOnTime" int, "stepsSkipped" int,
    restricted boolean)
  JOIN app.site s ON s.code = g.site
  LEFT JOIN app.place p ON p.site_id = s.id AND p.code = g.place
  CROSS JOIN (SELECT id, playbook_id, version FROM app.playbook_version
              WHERE playbook_id = 'complaint' ORDER BY version DESC LIMIT 1) AS v),
opened AS (
  INSERT INTO app.incident (id, reference, site_id, place_id, playbook_version_id, severity, status, opened_by_id,
    opened_at, occurred_at, policies, restricted)
  SELECT id, site || '-' || id, site_id, place_id, version_id, severity, status,
    (SELECT id FROM app.person WHERE name = 'floor'), at, at, '{}', restricted FROM given)
INSERT INTO app.incident_fact (incident_id, site_id, received_at, day, week, hour, playbook_id, playbook_version, register,
  severity, place_id, post, channel, category, cause, justified, remedy, satisfaction, first_response_seconds,
  acknowledged_seconds, resolved_seconds, resolve_by, within_target, levels_called, reopened, steps_due, steps_on_time,
  steps_skipped, status)
SELECT id, site_id, at, day, date_trunc('week', day)::date, hour, playbook_id, version, register, severity, place_id, post,
  channel, category, cause, justified, remedy, satisfaction, "firstResponseSeconds", "acknowledgedSeconds",
  "resolvedSeconds", "resolveBy", "withinTarget", "levelsCalled", reopened, "stepsDue", "stepsOnTime", "stepsSkipped",
  status
FROM given`;
