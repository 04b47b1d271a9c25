import type { Localized, Playbook as PlaybookRules } from '@zenmeban/domain/engine';
import type { paths } from './api-types';

/** The body of a 200 answer to a GET. */
type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** The body of an answer to a POST. */
type Posted<P extends keyof paths, Status extends 200 | 201> = paths[P] extends {
  post: { responses: Record<Status, { content: { 'application/json': infer Body } }> };
}
  ? Body
  : never;

export type { Localized };

export type Server = Answer<'/api/v1/server'>;
export type Me = Answer<'/api/v1/me'>;
export type Site = Answer<'/api/v1/sites'>['items'][number];
export type Place = Answer<'/api/v1/sites/{site}/places'>['items'][number];
export type PlaybookSummary = Answer<'/api/v1/playbooks'>['items'][number];
export type PlaybookVersion = Answer<'/api/v1/playbooks/{playbook}/versions'>['items'][number];
export type Today = Answer<'/api/v1/sites/{site}/today'>;
export type Policy = Answer<'/api/v1/policies'>['items'][number];
export type Incident = Answer<'/api/v1/incidents/{incident}'>;
export type IncidentRow = Answer<'/api/v1/incidents'>['items'][number];
export type RunStep = Incident['steps'][number];
export type Escalation = Incident['escalations'][number];
export type Alarm = Incident['alarm'];
export type TimelineEntry = Answer<'/api/v1/incidents/{incident}/timeline'>['items'][number];

export type Preferences = Answer<'/api/v1/me/preferences'>;
export type Channel = Preferences['channels'][number];
export type TestOutcome = paths['/api/v1/me/preferences/test']['post']['responses'][200]['content']['application/json'];
export type Engine = Answer<'/api/v1/engine'>;
export type Watch = Answer<'/api/v1/watch'>;
export type Heartbeat = Watch['heartbeats'][number];
export type Canary = Watch['canaries'][number];
export type LedgerPage = Answer<'/api/v1/ledger'>;
export type LedgerSummary = LedgerPage['summary'];
export type LedgerLine = LedgerPage['items'][number];
export type Roster = Answer<'/api/v1/sites/{site}/roster'>;
export type Shift = Roster['shifts'][number];
export type DutyOverride = Roster['overrides'][number];
export type Leave = Roster['leave'][number];
export type DutyWarning = Roster['warnings'][number];
export type UsualShift = Roster['usualShifts'][number];
export type Colleague = Roster['people'][number];
export type DutyChange = Answer<'/api/v1/sites/{site}/roster/changes'>['items'][number];
export type MyDuty = Answer<'/api/v1/me/duty'>;
export type MyShift = MyDuty['shifts'][number];
export type Swap = MyDuty['mine'][number];
export type RosterImport = Posted<'/api/v1/sites/{site}/roster/import', 200>;
export type ImportRow = RosterImport['rows'][number];

export type Visitors = Answer<'/api/v1/sites/{site}/visitors'>;
export type VisitorDay = Visitors['days'][number];
export type VisitorsImport = Posted<'/api/v1/visitors/import', 200>;
export type Reach = Answer<'/api/v1/sites/{site}/reach'>;
export type ReachLevel = Reach['levels'][number];
export type SiteSettings = Answer<'/api/v1/sites/{site}'>;

/** A stored version with its rules. */
export type Playbook = PlaybookRules & Readonly<Pick<PlaybookSummary, 'version' | 'loggable' | 'practisedAt'>>;
export type Step = Playbook['steps'][number];
