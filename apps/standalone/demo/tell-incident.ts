import {
  isOpenStatus,
  isOverdue,
  mustBeRestricted,
  type RunChange,
  settleStep,
  startRun,
} from '@zenmeban/domain/engine';
import { stepArmings } from '@zenmeban/incidents';
import { answersFor } from './answers';
import { Calls } from './calls';
import { type Dice, seconds } from './dice';
import { type Next, once, onDuty, postOf, record, type Telling } from './telling';
import type { ToldIncident } from './told-incident';

/**
 * Lives an incident through, event by event, by the rules of the domain: what is ready is settled, what is late is
 * overdue, who is called acknowledges. Stops at `now`, so that whatever is still open is in a state that can occur.
 */
export class TellIncident {
  private readonly plannedSteps = new Map<string, Date>();
  private readonly overdue = new Set<string>();
  private readonly reminders = new Map<string, Date>();
  private readonly calls: Calls;
  private resolveAt: Date | null = null;
  private closeAt: Date | null = null;

  constructor(private readonly telling: Telling) {
    this.calls = new Calls(telling);
  }

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
        state === 'ready' && dueAt && !this.overdue.has(id) && isOpenStatus(this.incident.status)
          ? [{ at: dueAt, happen: () => this.becomeOverdue(id, dueAt) }]
          : [],
      ),
      ...[...this.reminders].map(([id, at]) => ({ at, happen: () => this.remind(id, at) })),
      ...this.calls.next(),
      ...once(this.resolveAt, (at) => this.resolve(at)),
      ...once(this.closeAt, (at) => this.close(at)),
    ];
    return candidates.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  }

  private open(): void {
    const { playbook, openedAt, openedBy } = this.incident;
    const { content, version } = playbook;
    const change = startRun(content, openedAt);
    const post = postOf(this.telling, openedBy, openedAt);
    record(this.telling, openedAt, openedBy, {
      kind: 'incident.opened',
      data: { playbook: content.id, version, ...(post && { post }) },
    });
    this.apply(change, openedAt);
    if (content.escalate) this.calls.start({ policyId: content.escalate.policy, cause: 'opened' }, openedAt, null);
    for (const { stepId, policy } of change.escalations)
      this.calls.start({ policyId: policy, cause: 'step', stepId }, openedAt, null);
  }

  private settle(stepId: string, at: Date): void {
    const { playbook, settled } = this.incident;
    const step = playbook.content.steps.find(({ id }) => id === stepId);
    if (!step) return;
    this.plannedSteps.delete(stepId);
    const by = this.whoHas(stepId, at);
    this.reminders.delete(stepId);
    const note = this.noteTo(stepId);
    const settlement = { kind: 'done', answers: answersFor(step.ask, this.telling, at, this.dice) } as const;
    const change = settleStep(playbook.content, { steps: this.incident.steps }, stepId, settlement, at);
    const { answers = {} } = change.changed.find(({ id }) => id === stepId) ?? {};
    settled.set(stepId, { by, at, note });
    this.incident.status = 'in_progress';
    record(this.telling, at, by, { kind: 'step.done', data: { stepId, answers, note } });
    this.restrict(change, at);
    this.apply(change, at, stepId);
    this.calls.progress(at);
    for (const escalation of change.escalations)
      this.calls.start({ policyId: escalation.policy, cause: 'step', stepId: escalation.stepId }, at, by);
    if (this.plannedSteps.size === 0) this.resolveAt = seconds(at, this.dice.between(60, 600));
  }

  /** Its owner, else whoever opened the incident; a confidential step is for who supervises then. */
  private whoHas(stepId: string, at: Date): string {
    const { site, playbook, assignees, openedBy } = this.incident;
    const { visibleTo } = playbook.content.steps.find(({ id }) => id === stepId) ?? {};
    const confidant = visibleTo && (onDuty(this.telling, visibleTo, at) ?? this.telling.withRole(site, visibleTo)[0]);
    return assignees.get(stepId) ?? confidant ?? openedBy;
  }

  private restrict({ run }: RunChange, at: Date): void {
    if (this.incident.restricted || !mustBeRestricted(this.incident.playbook.content, run)) return;
    this.incident.restricted = true;
    record(this.telling, at, null, { kind: 'incident.restricted', data: {} });
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
      if (state === 'not_needed') record(this.telling, at, null, { kind: 'step.not_needed', data: { stepId: id } });
      if (state !== 'ready') continue;
      const due = dueAt && { dueAt: dueAt.toISOString() };
      record(this.telling, at, null, { kind: 'step.ready', data: { stepId: id, ...due } });
      const post = this.incident.playbook.content.steps.find((step) => step.id === id)?.owner;
      const owner = post && (onDuty(this.telling, post, at) ?? onDuty(this.telling, 'supervisor', at));
      if (post && owner) {
        this.incident.assignees.set(id, owner);
        record(this.telling, at, null, {
          kind: 'step.assigned',
          data: { stepId: id, personId: owner, post, ...due },
        });
      }
      const armings = stepArmings(this.incident, this.incident.playbook.content, [{ id, dueAt }], at);
      const reminder = armings.find(({ kind }) => kind === 'step_reminder');
      if (reminder) this.reminders.set(id, reminder.dueAt);
      this.plannedSteps.set(id, seconds(at, this.secondsFor(dueAt ? (dueAt.getTime() - at.getTime()) / 1_000 : 300)));
    }
  }

  /** Mostly in time, one in twelve late; nobody takes a whole day over a telephone call. */
  private secondsFor(within: number): number {
    const usual = Math.min(within, 1_500);
    const share = this.dice.chance(0.08) ? 1.1 + this.dice.roll() * 0.6 : 0.25 + this.dice.roll() * 0.6;
    return Math.max(10, Math.round(usual * share));
  }

  private remind(stepId: string, at: Date): void {
    this.reminders.delete(stepId);
    const { dueAt = at } = this.incident.steps.find(({ id }) => id === stepId) ?? {};
    const personIds = [this.whoHas(stepId, at)];
    const firing = `${this.incident.id}:${stepId}`;
    record(this.telling, at, null, {
      kind: 'step.reminded',
      data: { stepId, dueAt: dueAt.toISOString(), personIds, firing },
    });
  }

  private becomeOverdue(stepId: string, at: Date): void {
    this.overdue.add(stepId);
    if (!isOverdue(this.incident.steps.find(({ id }) => id === stepId) ?? { id: stepId, state: 'done' }, at)) return;
    record(this.telling, at, null, { kind: 'step.overdue', data: { stepId, dueAt: at.toISOString() } });
    this.calls.start({ policyId: this.incident.playbook.content.overduePolicy, cause: 'overdue', stepId }, at, null);
  }

  private resolve(at: Date): void {
    this.resolveAt = null;
    const resolution = this.telling.happened.resolution;
    this.incident.status = 'resolved';
    this.incident.resolvedAt = at;
    this.calls.end(at);
    record(this.telling, at, this.incident.openedBy, { kind: 'incident.resolved', data: { resolution } });
    this.closeAt = seconds(at, this.dice.between(30, 900) * 60);
  }

  private close(at: Date): void {
    this.closeAt = null;
    const by = onDuty(this.telling, 'supervisor', at);
    if (!by) return;
    this.incident.status = 'closed';
    this.incident.closedAt = at;
    const note = this.dice.chance(0.4)
      ? this.dice.pick(['处理及时，已复核。', '记录完整，同意关闭。', '已在班前会通报。'])
      : '';
    record(this.telling, at, by, { kind: 'incident.closed', data: { note } });
  }
}
