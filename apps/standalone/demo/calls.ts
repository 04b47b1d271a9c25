import { type CallReason, type EscalationPolicy, isOpenStatus, nextEscalation } from '@zenmeban/domain/engine';
import { seconds } from './dice';
import { onDutyAt } from './duty';
import { comments } from './stories';
import { type Next, once, onDuty, record, type Telling } from './telling';
import type { ToldChain } from './told-incident';

/** The chains of calls of one incident, and the supervisor who answers them. */
export class Calls {
  private acknowledgeAt: Date | null = null;
  private commentAt: Date | null = null;

  constructor(private readonly telling: Telling) {}

  /** What comes next: a level called, an acknowledgement, a word from the supervisor. */
  next(): Next[] {
    const calls = this.telling.incident.chains.flatMap((chain) => {
      const call = nextEscalation(this.policy(chain), chain);
      return call ? [{ at: call.dueAt, happen: () => this.call(chain, call.level, call.reason, call.dueAt) }] : [];
    });
    return [
      ...calls,
      ...once(this.acknowledgeAt, (at) => this.acknowledge(at)),
      ...once(this.commentAt, (at) => this.comment(at)),
    ];
  }

  /** The incident is resolved: nobody is called any more. */
  end(at: Date): void {
    this.acknowledgeAt = null;
    this.commentAt = null;
    for (const chain of this.telling.incident.chains) chain.endedAt = at;
  }

  start(about: Pick<ToldChain, 'policyId' | 'cause' | 'stepId'>, startedAt: Date, actor: string | null): void {
    const counts = { levelsCalled: 0, timesCalled: 0, calls: 0 };
    const chain: ToldChain = { id: this.telling.dice.id(startedAt), ...about, startedAt, ...counts };
    this.telling.incident.chains.push(chain);
    const { policyId: policy, cause, stepId } = about;
    record(this.telling, startedAt, actor, {
      kind: 'escalation.started',
      data: { escalationId: chain.id, policy, cause, ...(stepId !== undefined && { stepId }) },
    });
  }

  private call(chain: ToldChain, level: number, reason: CallReason, at: Date): void {
    const personIds = this.reach(this.policy(chain).levels[level - 1]?.targets ?? [], at);
    chain.timesCalled = level <= chain.levelsCalled ? chain.timesCalled + 1 : 1;
    chain.calls += 1;
    chain.levelsCalled = Math.max(chain.levelsCalled, level);
    chain.lastCalledAt = at;
    const about = { escalationId: chain.id, level };
    if (personIds.length === 0) {
      record(this.telling, at, null, { kind: 'escalation.nobody', data: about });
      return;
    }
    const { cause, stepId } = chain;
    const firing = `${chain.id}:${chain.calls}`;
    const step = stepId === undefined ? {} : { stepId };
    record(this.telling, at, null, {
      kind: 'escalation.called',
      data: { ...about, reason, personIds, firing, cause, ...step },
    });
    if (this.acknowledgeAt) return;
    this.acknowledgeAt = seconds(
      at,
      this.telling.dice.chance(0.9) ? this.telling.dice.between(35, 200) : this.telling.dice.between(300, 500),
    );
  }

  private acknowledge(at: Date): void {
    this.acknowledgeAt = null;
    const calling = this.telling.incident.chains.filter(({ acknowledgedAt, endedAt }) => !acknowledgedAt && !endedAt);
    const by = onDuty(this.telling, 'supervisor', at);
    if (calling.length === 0 || !by) return;
    for (const chain of calling) Object.assign(chain, { acknowledgedAt: at, acknowledgedBy: by, lastProgressAt: at });
    const via = this.telling.dice.chance(0.6) ? 'mail' : 'app';
    record(this.telling, at, by, {
      kind: 'incident.acknowledged',
      data: { escalationIds: calling.map(({ id }) => id), via },
    });
    if (this.telling.dice.chance(0.5)) this.commentAt = seconds(at, this.telling.dice.between(15, 60));
  }

  private comment(at: Date): void {
    this.commentAt = null;
    const by = onDuty(this.telling, 'supervisor', at);
    if (!by || !isOpenStatus(this.telling.incident.status)) return;
    record(this.telling, at, by, { kind: 'incident.commented', data: { text: this.telling.dice.pick(comments) } });
    this.progress(at);
  }

  progress(at: Date): void {
    for (const chain of this.telling.incident.chains)
      if (chain.acknowledgedAt && !chain.endedAt) chain.lastProgressAt = at;
  }

  private reach(targets: EscalationPolicy['levels'][number]['targets'], at: Date): string[] {
    const { site } = this.telling.incident;
    const people = targets.flatMap((target) => {
      if ('onDuty' in target) return onDutyAt(this.telling.duties, site, target.onDuty, at);
      return 'role' in target ? this.telling.withRole(site, target.role) : [];
    });
    return [...new Set(people)];
  }

  private policy({ policyId }: ToldChain): EscalationPolicy {
    const policy = this.telling.incident.policies[policyId];
    if (!policy) throw new Error(`the playbook names the policy ${policyId}, which is not loaded`);
    return policy;
  }
}
