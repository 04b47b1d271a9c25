/**
 * Counts the invariants of a run (reliability §3) from what the database and the mail server hold.
 * @param seeded what `seedTimers` returned
 * @param opened the incidents that were opened through HTTP
 */
export async function measure(stage, seeded, opened) {
  const timers = seeded.filter(({ dueAt }) => dueAt !== null);
  const moves = await stage.sql(
    `SELECT timer_id, gen, count(*) FILTER (WHERE fired)::int AS moves, max(early_ms) FILTER (WHERE fired) AS early_ms,
       min(fired_by) AS fired_by
     FROM faults.move WHERE timer_id = ANY($1) GROUP BY 1, 2 HAVING bool_or(fired)`,
    [timers.map(({ timer }) => timer)],
  );
  const acknowledged = await stage.sql(`SELECT incident_id, at FROM faults.acknowledged`);
  const answered = new Map(acknowledged.map(({ incident_id, at }) => [incident_id, at.getTime()]));
  const firstMoves = new Map(moves.filter(({ gen }) => gen === 1).map((move) => [move.timer_id, move]));
  const calls = await callsOf(stage, [...timers.map(({ incident }) => incident), ...opened.map(({ id }) => id)]);

  const promised = [
    ...timers.map(({ timer, incident, to, dueAt, severity }) => ({ timer, incident, to, dueAt, severity })),
    ...(await stored(stage, seeded, opened)),
  ];
  const fates = promised.map((one) => ({
    ...one,
    ...fateOf(stage, one, calls.get(one.incident) ?? [], answered, firstMoves),
  }));
  const all = [...calls.values()].flat();
  const copies = all.map(({ id }) => stage.mail.copies.get(messageId(stage, id))?.length ?? 0);
  const after = await sentAfterAnswer(stage, [...calls.keys()]);
  return {
    fates,
    calls,
    lost: fates.filter(({ fate }) => fate === 'lost').length,
    wrongMoves:
      moves.filter(({ moves: count }) => count !== 1).length +
      fates.filter(({ fate, timer }) => timer && fate === 'called' && !firstMoves.has(timer)).length,
    early: moves.filter(({ early_ms }) => early_ms > 0).length + fates.filter(({ lateMs }) => lateMs < 0).length,
    extra: copies.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    mostCopies: Math.max(0, ...copies),
    afterAnswer: after,
    missing: opened.filter(
      ({ status, id }) => status >= 200 && status < 300 && !fates.some((one) => one.incident === id),
    ).length,
    lateness: fates.map(({ lateMs }) => lateMs).filter((ms) => ms !== undefined),
    firedBy: Object.fromEntries(
      ['hint', 'sweep'].map((by) => [by, [...firstMoves.values()].filter((one) => one.fired_by === by).length]),
    ),
  };
}

export const messageId = (stage, notificationId) => `ntf.${notificationId}@${new URL(stage.env.PUBLIC_URL).hostname}`;

/** The calls by incident, each with its recipient's address, in their order: a step that is overdue calls again. */
async function callsOf(stage, incidents) {
  const rows = await stage.sql(
    `SELECT n.id, n.incident_id, n.state, n.created_at, n.attempts, n.severity, p.email FROM app.notification n
     JOIN app.person p ON p.id = n.recipient_id WHERE n.incident_id = ANY($1) AND n.template = 'escalation'
     ORDER BY n.created_at`,
    [incidents],
  );
  const groups = new Map();
  for (const row of rows) groups.set(row.incident_id, [...(groups.get(row.incident_id) ?? []), row]);
  return groups;
}

/** What was opened through HTTP and is in the database: its first call was due when it was opened. */
async function stored(stage, seeded, opened) {
  const rows = await stage.sql(
    `SELECT i.id, i.opened_at, i.severity, p.email FROM app.incident i
     JOIN app.shift s ON s.site_id = i.site_id AND s.post = 'supervisor' JOIN app.person p ON p.id = s.person_id
     WHERE i.id = ANY($1)`,
    [opened.map(({ id }) => id)],
  );
  return rows.map(({ id, opened_at, severity, email }) => ({
    ...{ timer: null, incident: id, to: email, dueAt: opened_at.getTime(), severity },
  }));
}

/**
 * What became of one promise: `called` (the supervisor's mail server has it, so many ms late), `passed on` (refused for
 * good there, and the manager's has it), `answered` (acknowledged before anything was sent), or `lost`.
 */
function fateOf(stage, { timer, incident, to, dueAt }, calls, answered, firstMoves) {
  const arrival = (call) => call && stage.mail.copies.get(messageId(stage, call.id))?.[0];
  const first = calls.find(({ email }) => email === to);
  const arrived = arrival(first);
  if (first?.state === 'accepted' && arrived !== undefined)
    return { fate: 'called', call: first, lateMs: arrived - dueAt };
  const next = calls.find(({ email }) => email !== to);
  if (first?.state === 'failed' && next?.state === 'accepted' && arrival(next) !== undefined)
    return { fate: 'passed on', call: next, lateMs: arrival(next) - dueAt };
  if (answered.has(incident) && (first === undefined || ['withdrawn', 'accepted'].includes(first.state)))
    return { fate: 'answered', fired: firstMoves.has(timer) };
  return { fate: 'lost', call: first };
}

/** Mails claimed after the commit of an acknowledgement: both were noted under the lock of the incident. */
async function sentAfterAnswer(stage, incidents) {
  const [{ found }] = await stage.sql(
    `SELECT count(*)::int AS found FROM app.notification n
     JOIN faults.claimed c ON c.notification_id = n.id JOIN faults.acknowledged a ON a.incident_id = n.incident_id
     WHERE n.incident_id = ANY($1) AND n.template = 'escalation' AND c.at > a.at`,
    [incidents],
  );
  return found;
}

/** The smallest value that so large a share does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
