import { AcknowledgementToken } from './acknowledgement-token.entity';
import { Delivery } from './delivery.entity';
import { EscalationPolicyVersion } from './escalation-policy-version.entity';
import { Escalation } from './escalation.entity';
import { IdempotencyKey } from './idempotency-key.entity';
import { IncidentCounter } from './incident-counter.entity';
import { IncidentStep } from './incident-step.entity';
import { Incident } from './incident.entity';
import { Notification } from './notification.entity';
import { Person } from './person.entity';
import { Place } from './place.entity';
import { PlaybookVersion } from './playbook-version.entity';
import { Practice } from './practice.entity';
import { RoleGrant } from './role-grant.entity';
import { SearchWords } from './search-words.entity';
import { Shift } from './shift.entity';
import { Site } from './site.entity';
import { TimelineEntry } from './timeline-entry.entity';
import { Timer } from './timer.entity';

export type { DeliveryOutcome } from './delivery.entity';
export type { NotificationState } from './notification.entity';
export type { TimerKind, TimerState } from './timer.entity';
export {
  AcknowledgementToken,
  Delivery,
  Escalation,
  EscalationPolicyVersion,
  IdempotencyKey,
  Incident,
  IncidentCounter,
  IncidentStep,
  Notification,
  Person,
  Place,
  PlaybookVersion,
  Practice,
  RoleGrant,
  SearchWords,
  Shift,
  Site,
  TimelineEntry,
  Timer,
};

/** Every entity, spelled out: globs find nothing in a bundle. */
export const entities = [
  AcknowledgementToken,
  Delivery,
  Escalation,
  EscalationPolicyVersion,
  IdempotencyKey,
  Incident,
  IncidentCounter,
  IncidentStep,
  Notification,
  Person,
  Place,
  PlaybookVersion,
  Practice,
  RoleGrant,
  SearchWords,
  Shift,
  Site,
  TimelineEntry,
  Timer,
];
