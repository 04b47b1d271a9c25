import { calledPolicyId, heedsHours, type EscalationPolicy, type Localized, type Playbook } from '../engine';
import { type Finding, type Path, unknownWord } from './finding';
import { pathOfStep } from './path-of-step';

/** The policies a playbook calls by exist, and none of them pauses where somebody may be hurt. */
export function checkCalls(playbook: Playbook, policies: readonly EscalationPolicy[]): Finding[] {
  const names = policies.map(({ id }) => id);
  return policiesUsed(playbook).flatMap(({ path, policy }): Finding[] => {
    const found = policies.find(({ id }) => id === policy);
    if (!found) return [unknownWord(path, 'policy.unknown', policy, names, aPolicy)];
    return mayPause(playbook, found) ? [] : [{ path, code: 'policy.may_not_pause', message: mayNotPause(policy) }];
  });
}

/** Help that somebody asks for by hand comes at any hour, whatever the incident is. */
export function checkCalledPolicy(policies: readonly EscalationPolicy[]): Finding[] {
  const pausing = policies.filter(({ id, hours }) => id === calledPolicyId && hours !== undefined);
  return pausing.map(({ id }) => ({
    path: ['policies', id, 'hours'],
    code: 'policy.may_not_pause',
    message: {
      zh: '“呼叫主管”按这条规则叫人，任何时候都不能停；请删去 hours。',
      en: 'Whoever calls the supervisor calls by this policy, at any hour; remove hours.',
    },
  }));
}

function policiesUsed(playbook: Playbook): { path: Path; policy: string }[] {
  return [
    ...(playbook.escalate ? [{ path: ['escalate', 'policy'], policy: playbook.escalate.policy }] : []),
    { path: ['overdue-policy'], policy: playbook.overduePolicy },
    ...playbook.steps.flatMap(({ escalate }, index) =>
      escalate ? [{ path: [...pathOfStep(playbook, index), 'escalate', 'policy'], policy: escalate.policy }] : [],
    ),
  ];
}

/** The registers of injuries, and of abuse and violence. */
const neverWaiting: readonly string[] = ['injury', 'abuse'];

const mayPause = ({ severity, register }: Playbook, policy: EscalationPolicy): boolean =>
  policy.hours === undefined || (heedsHours(policy, severity) && !neverWaiting.includes(register?.id ?? ''));

const aPolicy: Localized = { zh: '升级规则', en: 'policy' };

const mayNotPause = (policy: string): Localized => ({
  zh: `“${policy}”会停到开门（hours）；高、紧急的事件，以及伤情、侵害，任何时候都要叫人。`,
  en: `"${policy}" waits for opening (hours); what is of high or critical severity, an injury or abuse calls people at any hour.`,
});
