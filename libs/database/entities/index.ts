import { AcknowledgementToken } from './acknowledgement-token.entity';
import { AuditRound } from './audit-round.entity';
import { CalendarFeed } from './calendar-feed.entity';
import { Canary } from './canary.entity';
import { Channel } from './channel.entity';
import { Delivery } from './delivery.entity';
import { DutyChange } from './duty-change.entity';
import { DutyOverride } from './duty-override.entity';
import { DutyWarning } from './duty-warning.entity';
import { Escalation } from './escalation.entity';
import { EscalationPolicyVersion } from './escalation-policy-version.entity';
import { FactCheck } from './fact-check.entity';
import { Heartbeat } from './heartbeat.entity';
import { IdempotencyKey } from './idempotency-key.entity';
import { Incident } from './incident.entity';
import { IncidentCounter } from './incident-counter.entity';
import { IncidentFact } from './incident-fact.entity';
import { IncidentReview } from './incident-review.entity';
import { IncidentStep } from './incident-step.entity';
import { Leave } from './leave.entity';
import { Notification } from './notification.entity';
import { Person } from './person.entity';
import { Place } from './place.entity';
import { PlaybookVersion } from './playbook-version.entity';
import { Practice } from './practice.entity';
import { RoleGrant } from './role-grant.entity';
import { SearchWords } from './search-words.entity';
import { Shift } from './shift.entity';
import { ShiftSwap } from './shift-swap.entity';
import { Site } from './site.entity';
import { SweptFiring } from './swept-firing.entity';
import { TimelineEntry } from './timeline-entry.entity';
import { Timer } from './timer.entity';
import { VisitorCounter } from './visitor-counter.entity';
import { Visitors } from './visitors.entity';
import { VisitorsChange } from './visitors-change.entity';

export type { ChannelKind } from './channel.entity';
export type { DeliveryOutcome } from './delivery.entity';
export type { NotificationState } from './notification.entity';
export type { SwapState } from './shift-swap.entity';
export type { TimerKind, TimerState } from './timer.entity';
export type { VisitorSource } from './visitors.entity';
export {
  AcknowledgementToken,
  AuditRound,
  CalendarFeed,
  Canary,
  Channel,
  Delivery,
  DutyChange,
  DutyOverride,
  DutyWarning,
  Escalation,
  EscalationPolicyVersion,
  FactCheck,
  Heartbeat,
  IdempotencyKey,
  Incident,
  IncidentCounter,
  IncidentFact,
  IncidentReview,
  IncidentStep,
  Leave,
  Notification,
  Person,
  Place,
  PlaybookVersion,
  Practice,
  RoleGrant,
  SearchWords,
  Shift,
  ShiftSwap,
  Site,
  SweptFiring,
  TimelineEntry,
  Timer,
  VisitorCounter,
  Visitors,
  VisitorsChange,
};

/** Every entity, spelled out: globs find nothing in a bundle. */
export const entities = [
  AcknowledgementToken,
  AuditRound,
  CalendarFeed,
  Canary,
  Channel,
  Delivery,
  DutyChange,
  DutyOverride,
  DutyWarning,
  Escalation,
  EscalationPolicyVersion,
  FactCheck,
  Heartbeat,
  IdempotencyKey,
  Incident,
  IncidentCounter,
  IncidentFact,
  IncidentReview,
  IncidentStep,
  Leave,
  Notification,
  Person,
  Place,
  PlaybookVersion,
  Practice,
  RoleGrant,
  SearchWords,
  Shift,
  ShiftSwap,
  Site,
  SweptFiring,
  TimelineEntry,
  Timer,
  VisitorCounter,
  Visitors,
  VisitorsChange,
];
