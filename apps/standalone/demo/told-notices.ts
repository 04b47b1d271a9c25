import { demoPeople } from './cast';
import { type Dice, seconds } from './dice';
import type { ToldIncident } from './told-incident';

/** The rows of what was sent, as the sender would have left them. */
export type ToldNotices = { readonly notifications: object[]; readonly deliveries: object[] };

/** One mail in forty meets a busy server, and goes out at the second attempt. */
const busyServer = 1 / 40;

/**
 * The notices of every call of an incident, with their attempts: all arrived, some late.
 * @param personId of a key
 */
export function noticesOf(told: ToldIncident, personId: (key: string) => string, dice: Dice): ToldNotices {
  const notices: ToldNotices = { notifications: [], deliveries: [] };
  for (const { at, kind, data } of told.entries) {
    if (kind !== 'escalation.called') continue;
    for (const person of data.personIds) {
      const id = dice.id(at);
      const attempts = dice.chance(busyServer) ? [dice.between(1, 3), dice.between(17, 24)] : [dice.between(1, 3)];
      const sentAt = attempts.map((after) => seconds(at, after));
      const acceptedAt = seconds(sentAt.at(-1) ?? at, dice.roll());
      notices.notifications.push({
        ...{ id, dedupe_key: `${data.firing}:${personId(person)}:mail`, incident_id: told.id },
        ...{ escalation_id: data.escalationId, recipient_id: personId(person), channel: 'mail' },
        ...{ template: 'escalation', variables: {}, severity: told.playbook.content.severity, state: 'accepted' },
        ...{ attempts: attempts.length, created_at: at, due_at: at, next_attempt_at: at, hold_seconds: 0 },
        ...{ accepted_at: acceptedAt, level: data.level, reason: data.reason },
      });
      sentAt.forEach((startedAt, index) => {
        const last = index === attempts.length - 1;
        notices.deliveries.push({
          ...{ id: dice.id(startedAt), notification_id: id, attempt: index + 1, address: addressOf(person) },
          ...{ started_at: startedAt, finished_at: last ? acceptedAt : seconds(startedAt, 0.4) },
          ...{ outcome: last ? 'accepted' : 'temporary', smtp_code: last ? 250 : 451 },
          error: last ? null : '451 4.3.2 System busy, try again later',
        });
      });
    }
  }
  return notices;
}

function addressOf(key: string): string {
  const person = demoPeople.find((one) => one.key === key);
  if (!person) throw new Error(`the demo knows no ${key}`);
  return person.email;
}
