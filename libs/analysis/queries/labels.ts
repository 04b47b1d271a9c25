import type { Transaction } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';

/** What people call the ids in the facts. */
export type Labels = {
  readonly channel: Readonly<Record<string, Localized>>;
  readonly category: Readonly<Record<string, Localized>>;
  readonly cause: Readonly<Record<string, Localized>>;
  readonly playbook: Readonly<Record<string, Localized>>;
  readonly place: Readonly<Record<string, Localized>>;
};

type Row = { kind: keyof Labels; id: string; label: Localized };

/*
 * The newest name of each, from every version ever stored: one that was renamed is called as it is now, one that was taken
 * away still has a name. An earlier release kept the register as a mere text.
 */
const statement = `
WITH version AS (
  SELECT id, playbook_id, version, loaded_at, content FROM app.playbook_version
  WHERE coalesce(content->'register'->>'id', content->>'register') = 'complaint')
SELECT DISTINCT ON (kind, id) kind, id, label FROM (
  SELECT asked.key AS kind, option->>'id' AS id, option->'label' AS label, version.loaded_at, version.version
  FROM version
    CROSS JOIN LATERAL json_array_elements(version.content->'steps') AS step
    CROSS JOIN LATERAL json_each(step->'ask') AS asked
    CROSS JOIN LATERAL json_array_elements(asked.value->'options') AS option
  WHERE asked.key IN ('channel', 'category', 'cause')
  UNION ALL SELECT 'playbook', playbook_id, content->'title', loaded_at, version FROM version) AS named
ORDER BY kind, id, loaded_at DESC, version DESC`;

/** Of all playbooks that collect complaints, and of these sites' places. */
export async function labelsOf(tx: Transaction, siteIds: readonly string[]): Promise<Labels> {
  const named = await tx.query<Row[]>(statement);
  const places = await tx.query<Row[]>(
    `SELECT 'place' AS kind, id, name AS label FROM app.place WHERE site_id = ANY($1) ORDER BY code`,
    [siteIds],
  );
  const of = (wanted: keyof Labels) =>
    Object.fromEntries([...named, ...places].flatMap(({ kind, id, label }) => (kind === wanted ? [[id, label]] : [])));
  return {
    ...{ channel: of('channel'), category: of('category'), cause: of('cause') },
    ...{ playbook: of('playbook'), place: of('place') },
  };
}
