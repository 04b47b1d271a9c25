import {
  type EscalationPolicy,
  isOverdue,
  nextEscalation,
  type RunChange,
  settleStep,
  startRun,
  type TimelineEvent,
} from '@zenmeban/domain/engine';
import { answersFor } from './answers';
import { type Dice, seconds } from './dice';
import { type Duty, onDutyAt } from './duty';
import { type Case, comments, type Story } from './stories';
import type { ToldChain, ToldIncident } from './told-incident';

export type Telling = {
  readonly story: Story;
  readonly happened: Case;
  readonly incident: ToldIncident;
  readonly duties: readonly Duty[];
  /** Site's people with a role, for levels that call a role. */
  readonly withRole: (site: string, role: string) => readonly string[];
  readonly dice: Dice;
  /** Nothing later than this has happened yet. */
  readonly now: Date;
};

/** Something that will happen unless something else changes it before. */
type Next = { at: Date; happen: () => void };

/**
 * Lives an incident through, event by event, by the rules of the domain: what is ready is settled, what is late is
 * overdue, who is called acknowledges. Stops at `now`, so that whatever is still open is in a state that can occur.
 */
export class TellIncident {
  private readonly plannedSteps = new Map<string, Date>();
  private readonly overdue = new Set<string>();
  private acknowledgeAt: Date | null = null;
  private commentAt: Date | null = null;
  private resolveAt: Date | null = null;
  private closeAt: Date | null = null;

  constructor(private readonly telling: Telling) {}

  tell(): ToldIncident {
    this.open();
    for (;;) {
      const next = this.next();
      if (!next || next.at > this.telling.now) return this.incident;
      next.happen();
    }
  }

  private get incident(): ToldIncident {
    return this.telling.incident;
  }

  private get dice(): Dice {
    return this.telling.dice;
  }

  private next(): Next | undefined {
    const { steps } = this.incident;
    const candidates: Next[] = [
      ...[...this.plannedSteps].map(([id, at]) => ({ at, happen: () => this.settle(id, at) })),
      ...steps.flatMap(({ id, state, dueAt }) =>
        state === 'ready' && dueAt && !this.overdue.has(id) && this.live
          ? [{ at: dueAt, happen: () => this.becomeOverdue(id, dueAt) }]
          : [],
      ),
      ...this.incident.chains.flatMap((chain) => {
        const call = nextEscalation(this.policy(chain), chain);
        return call ? [{ at: call.dueAt, happen: () => this.call(chain, call.level, call.reason, call.dueAt) }] : [];
      }),
      ...once(this.acknowledgeAt, (at) => this.acknowledge(at)),
      ...once(this.commentAt, (at) => this.comment(at)),
      ...once(this.resolveAt, (at) => this.resolve(at)),
      ...once(this.closeAt, (at) => this.close(at)),
    ];
    return candidates.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  }

  private get live(): boolean {
    return this.incident.status === 'open' || this.incident.status === 'in_progress';
  }

  private open(): void {
    const { playbook, openedAt, openedBy } = this.incident;
    const { content, version } = playbook;
    const change = startRun(content, openedAt);
    this.write(openedAt, openedBy, { kind: 'incident.opened', data: { playbook: content.id, version } });
    this.apply(change, openedAt);
    if (content.escalate) this.startChain({ policyId: content.escalate.policy, cause: 'opened' }, openedAt, null);
    for (const { stepId, policy } of change.escalations)
      this.startChain({ policyId: policy, cause: 'step', stepId }, openedAt, null);
  }

  private settle(stepId: string, at: Date): void {
    const { playbook, assignees, openedBy, settled } = this.incident;
    const step = playbook.content.steps.find(({ id }) => id === stepId);
    if (!step) return;
    this.plannedSteps.delete(stepId);
    const by = assignees.get(stepId) ?? openedBy;
    const note = this.noteTo(stepId);
    const settlement = { kind: 'done', answers: answersFor(step.ask, this.telling, at, this.dice) } as const;
    const change = settleStep(playbook.content, { steps: this.incident.steps }, stepId, settlement, at);
    const { answers = {} } = change.changed.find(({ id }) => id === stepId) ?? {};
    settled.set(stepId, { by, at, note });
    this.incident.status = 'in_progress';
    this.write(at, by, { kind: 'step.done', data: { stepId, answers, note } });
    this.apply(change, at, stepId);
    this.progress(at);
    for (const escalation of change.escalations)
      this.startChain({ policyId: escalation.policy, cause: 'step', stepId: escalation.stepId }, at, by);
    if (this.plannedSteps.size === 0) this.resolveAt = seconds(at, this.dice.between(60, 600));
  }

  /** What belongs to the case is always written, what anybody might write now and then. */
  private noteTo(stepId: string): string {
    const { story, happened } = this.telling;
    const usual = story.notes[stepId];
    return happened.notes?.[stepId] ?? (usual && this.dice.chance(0.45) ? this.dice.pick(usual) : '');
  }

  /** Takes over what a change brought: states, entries, who does the new steps and when. */
  private apply(change: RunChange, at: Date, settledId?: string): void {
    this.incident.steps = change.run.steps;
    for (const { id, state, dueAt } of change.changed.filter((step) => step.id !== settledId)) {
      if (state === 'not_needed') this.write(at, null, { kind: 'step.not_needed', data: { stepId: id } });
      if (state !== 'ready') continue;
      const due = dueAt && { dueAt: dueAt.toISOString() };
      this.write(at, null, { kind: 'step.ready', data: { stepId: id, ...due } });
      const post = this.incident.playbook.content.steps.find((step) => step.id === id)?.owner;
      const owner = post && (this.onDuty(post, at) ?? this.onDuty('supervisor', at));
      if (post && owner) {
        this.incident.assignees.set(id, owner);
        this.write(at, null, {
          kind: 'step.assigned',
          data: { stepId: id, personId: owner, post, ...due },
        });
      }
      this.plannedSteps.set(id, seconds(at, this.secondsFor(dueAt ? (dueAt.getTime() - at.getTime()) / 1_000 : 300)));
    }
  }

  /** Mostly in time, one in twelve late; nobody takes a whole day over a telephone call. */
  private secondsFor(within: number): number {
    const usual = Math.min(within, 1_500);
    const share = this.dice.chance(0.08) ? 1.1 + this.dice.roll() * 0.6 : 0.25 + this.dice.roll() * 0.6;
    return Math.max(10, Math.round(usual * share));
  }

  private becomeOverdue(stepId: string, at: Date): void {
    this.overdue.add(stepId);
    if (!isOverdue(this.incident.steps.find(({ id }) => id === stepId) ?? { id: stepId, state: 'done' }, at)) return;
    this.write(at, null, { kind: 'step.overdue', data: { stepId, dueAt: at.toISOString() } });
    this.startChain({ policyId: this.incident.playbook.content.overduePolicy, cause: 'overdue', stepId }, at, null);
  }

  private startChain(
    about: Pick<ToldChain, 'policyId' | 'cause' | 'stepId'>,
    startedAt: Date,
    actor: string | null,
  ): void {
    const chain: ToldChain = { id: this.dice.id(startedAt), ...about, startedAt, levelsCalled: 0 };
    this.incident.chains.push(chain);
    const { policyId: policy, cause, stepId } = about;
    this.write(startedAt, actor, {
      kind: 'escalation.started',
      data: { escalationId: chain.id, policy, cause, ...(stepId !== undefined && { stepId }) },
    });
  }

  private call(chain: ToldChain, level: number, reason: 'unacknowledged' | 'no_progress', at: Date): void {
    const personIds = this.reach(this.policy(chain).levels[level - 1]?.targets ?? [], at);
    chain.levelsCalled = Math.max(chain.levelsCalled, level);
    chain.lastCalledAt = at;
    const about = { escalationId: chain.id, level };
    if (personIds.length === 0) {
      this.write(at, null, { kind: 'escalation.nobody', data: about });
      return;
    }
    const { cause, stepId } = chain;
    const firing = `${chain.id}:${chain.levelsCalled}`;
    const step = stepId === undefined ? {} : { stepId };
    this.write(at, null, { kind: 'escalation.called', data: { ...about, reason, personIds, firing, cause, ...step } });
    if (this.acknowledgeAt) return;
    this.acknowledgeAt = seconds(at, this.dice.chance(0.9) ? this.dice.between(35, 200) : this.dice.between(300, 500));
  }

  private acknowledge(at: Date): void {
    this.acknowledgeAt = null;
    const calling = this.incident.chains.filter(({ acknowledgedAt, endedAt }) => !acknowledgedAt && !endedAt);
    const by = this.onDuty('supervisor', at);
    if (calling.length === 0 || !by) return;
    for (const chain of calling) Object.assign(chain, { acknowledgedAt: at, acknowledgedBy: by, lastProgressAt: at });
    const via = this.dice.chance(0.6) ? 'mail' : 'app';
    this.write(at, by, { kind: 'incident.acknowledged', data: { escalationIds: calling.map(({ id }) => id), via } });
    if (this.dice.chance(0.5)) this.commentAt = seconds(at, this.dice.between(15, 60));
  }

  private comment(at: Date): void {
    this.commentAt = null;
    const by = this.onDuty('supervisor', at);
    if (!by || !this.live) return;
    this.write(at, by, { kind: 'incident.commented', data: { text: this.dice.pick(comments) } });
    this.progress(at);
  }

  private resolve(at: Date): void {
    this.resolveAt = null;
    const resolution = this.telling.happened.resolution;
    this.incident.status = 'resolved';
    this.incident.resolvedAt = at;
    this.acknowledgeAt = null;
    this.commentAt = null;
    for (const chain of this.incident.chains) chain.endedAt = at;
    this.write(at, this.incident.openedBy, { kind: 'incident.resolved', data: { resolution } });
    this.closeAt = seconds(at, this.dice.between(30, 900) * 60);
  }

  private close(at: Date): void {
    this.closeAt = null;
    const by = this.onDuty('supervisor', at);
    if (!by) return;
    this.incident.status = 'closed';
    this.incident.closedAt = at;
    const note = this.dice.chance(0.4)
      ? this.dice.pick(['处理及时，已复核。', '记录完整，同意关闭。', '已在班前会通报。'])
      : '';
    this.write(at, by, { kind: 'incident.closed', data: { note } });
  }

  private progress(at: Date): void {
    for (const chain of this.incident.chains) if (chain.acknowledgedAt && !chain.endedAt) chain.lastProgressAt = at;
  }

  private reach(targets: EscalationPolicy['levels'][number]['targets'], at: Date): string[] {
    const { site } = this.incident;
    const people = targets.flatMap((target) =>
      'onDuty' in target
        ? onDutyAt(this.telling.duties, site, target.onDuty, at)
        : this.telling.withRole(site, target.role),
    );
    return [...new Set(people)];
  }

  private onDuty(post: Duty['post'], at: Date): string | undefined {
    return onDutyAt(this.telling.duties, this.incident.site, post, at)[0];
  }

  private policy({ policyId }: ToldChain): EscalationPolicy {
    const policy = this.incident.policies[policyId];
    if (!policy) throw new Error(`the playbook names the policy ${policyId}, which is not loaded`);
    return policy;
  }

  private write(at: Date, actor: string | null, event: TimelineEvent): void {
    this.incident.entries.push({ ...event, id: this.dice.id(at), at, actor });
  }
}

const once = (at: Date | null, happen: (at: Date) => void): Next[] => (at ? [{ at, happen: () => happen(at) }] : []);
