import { type Post, type Severity, supervisingPosts, type VisibleTo } from './playbook';

export type Role = 'staff' | 'supervisor' | 'manager' | 'administrator';

/** From least to most; a higher role may do whatever a lower one may. */
export const roles: readonly Role[] = ['staff', 'supervisor', 'manager', 'administrator'];

/** `siteId: null` = at every site. */
export type RoleGrant = { readonly role: Role; readonly siteId: string | null };

export type Actor = { readonly personId: string; readonly grants: readonly RoleGrant[] };

/** Of the whole installation, not of one site. */
export type Everywhere = Readonly<Record<string, never>>;

export type AtSite = { readonly siteId: string };

/** `siteId` null = what is everybody's, at all sites. */
export type AtSiteOrEverywhere = { readonly siteId: string | null };

/**
 * Of an incident, what decides who may do what. People by id; `assignees` have or settled one of its steps, `called` are
 * those whom it has called (left out where nobody asks).
 */
export type IncidentAccess = AtSite & {
  readonly restricted: boolean;
  readonly drill: boolean;
  readonly openedBy: string;
  readonly assignees: readonly string[];
  readonly called?: readonly string[];
};

/** A step of an incident; `visibleTo` null = whoever may see the incident. */
export type StepAccess = IncidentAccess & { readonly visibleTo: VisibleTo | null };

/** Whose step it is: a post's. People by id; `onPost` = who is on that post at the site now. */
export type StepOwner = {
  readonly post: Post;
  readonly assigneeId: string | null;
  readonly onPost: readonly string[];
};

/** A step whose turn it is; `owner` null = whoever handles the incident does it. */
export type OwnedStepAccess = StepAccess & { readonly severity: Severity; readonly owner: StepOwner | null };

/** Every action with what it is done to. */
export type ActionResources = {
  'incident.open': AtSite;
  'incident.view': IncidentAccess;
  'incident.work': IncidentAccess;
  'incident.escalate': IncidentAccess;
  'incident.comment': IncidentAccess;
  'incident.resolve': IncidentAccess;
  'incident.cancel': IncidentAccess;
  'incident.acknowledge': IncidentAccess;
  'incident.snooze': IncidentAccess;
  'incident.hand_over': IncidentAccess;
  'incident.close': IncidentAccess;
  'incident.reopen': IncidentAccess;
  /** To say what an incident was about, on looking back. */
  'review.write': AtSite;
  /** What was promised to whom at a site, and what became of it. */
  'ledger.see': AtSite;
  /** Why customers of a site complain: its figures, and the incidents behind them. */
  'analysis.see': AtSite;
  /** How the machinery itself is doing, and its queues. */
  'machinery.watch': Everywhere;
  'step.see': StepAccess;
  'step.work': OwnedStepAccess;
  'roster.view': AtSite;
  'roster.change': AtSite;
  'site.change': AtSite;
  'channel.change': AtSiteOrEverywhere;
  /** How many visitors a site had: read and entered by those who run it. */
  'visitors.enter': AtSite;
  /** The secret of the people counter at the door. */
  'visitors.counter': AtSite;
};

export type Action = keyof ActionResources;

/** What is done to an incident. */
export type IncidentAction = Exclude<Extract<Action, `incident.${string}` | 'review.write'>, 'incident.open'>;

/** What is done at a site as a whole. */
export type SiteAction = { [A in Action]: AtSite extends ActionResources[A] ? A : never }[Action];

const rules: { readonly [A in Action]: (actor: Actor, resource: ActionResources[A]) => boolean } = {
  'incident.open': isStaff,
  'incident.view': maySee,
  'incident.work': maySee,
  'incident.escalate': maySee,
  'incident.comment': maySee,
  'incident.resolve': maySee,
  'incident.cancel': maySee,
  'incident.acknowledge': mayAnswer,
  'incident.snooze': mayAnswer,
  'incident.hand_over': mayAnswer,
  'incident.close': isSupervisor,
  'incident.reopen': isSupervisor,
  'review.write': isSupervisor,
  'ledger.see': isManager,
  'analysis.see': isSupervisor,
  'machinery.watch': isAdministrator,
  'step.see': maySeeStep,
  'step.work': mayWorkOnStep,
  'roster.view': isStaff,
  'roster.change': isSupervisor,
  'site.change': isManager,
  'channel.change': mayChangeChannels,
  'visitors.enter': isSupervisor,
  'visitors.counter': isManager,
};

/** Whether `actor` may do `action` to `resource`: the one answer for the API's guard and for showing a button. */
export function can<A extends Action>(actor: Actor, action: A, resource: ActionResources[A]): boolean {
  return rules[action](actor, resource);
}

/** The highest role of `actor` at a site, or null when they have none there. */
export function highestRole(actor: Actor, siteId: string): Role | null {
  const held = actor.grants.filter((grant) => grant.siteId === null || grant.siteId === siteId);
  return roles.findLast((role) => held.some((grant) => grant.role === role)) ?? null;
}

/** The sites where `actor` has any role: all of them, or these. */
export function sitesOf(actor: Actor): 'all' | string[] {
  const sites = actor.grants.map(({ siteId }) => siteId);
  return sites.includes(null) ? 'all' : [...new Set(sites.filter((siteId) => siteId !== null))];
}

/** Supervisors see everything, staff what is not restricted or what they have to do with; a drill is its opener's. */
function maySee(actor: Actor, incident: IncidentAccess): boolean {
  if (isSupervisor(actor, incident)) return true;
  if (!isStaff(actor, incident)) return false;
  if (incident.drill) return isOpener(actor, incident);
  return !incident.restricted || isInvolved(actor, incident);
}

/** Supervisors, and whoever was called: also somebody of the staff who stands in on a supervisor's post. */
function mayAnswer(actor: Actor, incident: IncidentAccess): boolean {
  if (isSupervisor(actor, incident)) return true;
  return maySee(actor, incident) && (incident.called ?? []).includes(actor.personId);
}

/**
 * Of a confidential step only the named role, and higher ones, see what was answered; and only they answer. In a drill
 * whoever opened it plays every part: nothing in it is real, and they could not finish it otherwise.
 */
function maySeeStep(actor: Actor, step: StepAccess): boolean {
  if (!maySee(actor, step)) return false;
  if (step.visibleTo === null || isAtLeast(actor, step.visibleTo, step.siteId)) return true;
  return step.drill && isOpener(actor, step);
}

/**
 * A step of a post is settled by whoever has it, the people on that post, and supervisors. So that nobody is ever kept
 * from acting: by anybody when it presses (high or critical), in a drill, and when nobody is there to do it; a step of
 * a post of supervisors is then still theirs while one of them has it.
 */
function mayWorkOnStep(actor: Actor, step: OwnedStepAccess): boolean {
  if (!maySeeStep(actor, step)) return false;
  const { owner, severity, drill } = step;
  if (owner === null || drill || severity === 'high' || severity === 'critical') return true;
  if (isSupervisor(actor, step) || isUnmanned(owner)) return true;
  return owner.assigneeId === actor.personId || owner.onPost.includes(actor.personId);
}

const isUnmanned = ({ post, assigneeId, onPost }: StepOwner): boolean =>
  onPost.length === 0 && (assigneeId === null || !supervisingPosts.includes(post));

function isInvolved(actor: Actor, incident: IncidentAccess): boolean {
  return isOpener(actor, incident) || incident.assignees.includes(actor.personId);
}

function isOpener({ personId }: Actor, { openedBy }: IncidentAccess): boolean {
  return openedBy === personId;
}

function isStaff(actor: Actor, { siteId }: AtSite): boolean {
  return isAtLeast(actor, 'staff', siteId);
}

function isSupervisor(actor: Actor, { siteId }: AtSite): boolean {
  return isAtLeast(actor, 'supervisor', siteId);
}

function isManager(actor: Actor, { siteId }: AtSite): boolean {
  return isAtLeast(actor, 'manager', siteId);
}

function isAdministrator({ grants }: Actor): boolean {
  return grants.some(({ role }) => role === 'administrator');
}

/** A manager at the site; of what everybody's sites share, a manager of all of them. */
function mayChangeChannels(actor: Actor, { siteId }: AtSiteOrEverywhere): boolean {
  if (siteId !== null) return isAtLeast(actor, 'manager', siteId);
  return actor.grants.some((grant) => grant.siteId === null && roles.indexOf(grant.role) >= roles.indexOf('manager'));
}

function isAtLeast(actor: Actor, role: Role, siteId: string): boolean {
  const held = highestRole(actor, siteId);
  return held !== null && roles.indexOf(held) >= roles.indexOf(role);
}
