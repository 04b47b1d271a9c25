import { type Localized, type Playbook, type Step, supervisingPosts } from '../engine';
import { pathOfStep } from './path-of-step';
import { checkCalls } from './check-calls';
import { type Finding, type Path } from './finding';
import type { SharedFiles } from './shared-files';

/** What an incident needs and what guidance, which is only read, cannot have. */
export function checkKind(playbook: Playbook, shared: SharedFiles): Finding[] {
  return [
    ...playbook.steps.flatMap((step, index) => checkStep(step, pathOfStep(playbook, index))),
    ...(playbook.kind === 'guidance' ? checkGuidance(playbook) : checkIncident(playbook)),
    ...checkCalls(playbook, shared.policies),
  ];
}

function checkStep(step: Step, path: Path): Finding[] {
  const isEmpty = step.do.length === 0 && Object.keys(step.ask).length === 0;
  const cannotSee = step.visibleTo && step.owner && !supervisingPosts.includes(step.owner);
  return [
    ...(isEmpty ? [finding(path, 'step.empty', nothingToDo)] : []),
    ...(cannotSee ? [finding([...path, 'owner'], 'owner.cannot_see', ownerCannotSee)] : []),
  ];
}

function checkGuidance(playbook: Playbook): Finding[] {
  const logged = new Set(playbook.steps.filter(({ log }) => log).map(({ id }) => id));
  const inSteps = playbook.steps.flatMap((step, index): Finding[] => {
    const path = pathOfStep(playbook, index);
    if (step.log) {
      return step.after.flatMap((id, place) =>
        logged.has(id) ? [] : [finding([...path, 'after', place], 'log.waits_for_card', logWaits)],
      );
    }
    return actingParts(step).map((part) => finding([...path, part], 'guidance.acts', onlyRead));
  });
  const { register, escalate, restrictedWhen, resolveWithinSeconds } = playbook;
  if (logged.size > 0) return [...inSteps, ...(resolveWithinSeconds === undefined ? [noTarget] : [])];
  const ofIncidents: Path[] = [
    ...(register ? [['register']] : []),
    ...(escalate ? [['escalate']] : []),
    ...(restrictedWhen ? [['restricted-when']] : []),
    ...(resolveWithinSeconds === undefined ? [] : [['resolve-within']]),
  ];
  return [...inSteps, ...ofIncidents.map((path) => finding(path, 'guidance.acts', onlyRead))];
}

/** What a step of a card cannot have, since nobody follows it. */
const actingParts = (step: Step): string[] => [
  ...(Object.keys(step.ask).length > 0 ? ['ask'] : []),
  ...(step.escalate ? ['escalate'] : []),
  ...(step.withinSeconds === undefined ? [] : ['within']),
  ...(step.by === undefined ? [] : ['by']),
  ...(step.remindSeconds === undefined ? [] : ['remind']),
  ...(step.owner ? ['owner'] : []),
  ...(step.required ? ['required'] : []),
  ...(step.visibleTo ? ['visible-to'] : []),
];

function checkIncident(playbook: Playbook): Finding[] {
  const logged = playbook.steps.findIndex(({ log }) => log);
  return [
    ...(logged >= 0 ? [finding(['log'], 'incident.log', logOfIncident)] : []),
    ...(playbook.resolveWithinSeconds === undefined ? [noTarget] : []),
  ];
}

const finding = (path: Path, code: string, message: Localized): Finding => ({ path, code, message });

const nothingToDo: Localized = {
  zh: '这一步既没有要做的（do），也没有要问的（ask）。',
  en: 'This step has nothing to do and asks nothing.',
};
const ownerCannotSee: Localized = {
  zh: '这一步限主管以上（visible-to），岗位只能是 supervisor、manager 或 quality。',
  en: 'Only supervisors may see this step (visible-to), so its owner must be supervisor, manager or quality.',
};
const onlyRead: Localized = {
  zh: 'guidance 只供阅读，不能登记、提问、限时或呼叫；请写在 log 下，或改为 kind: incident。',
  en: 'Guidance is only read: it cannot record, ask, set a time or call anybody. Put this below log, or use kind: incident.',
};
const logWaits: Localized = {
  zh: 'log 里的步骤只能等 log 里的步骤；卡片上的步骤没有人去完成。',
  en: 'A step of the log can only wait for steps of the log: nobody completes those of the card.',
};
const logOfIncident: Localized = {
  zh: '只有 guidance 才有 log；incident 本身就会留下记录。',
  en: 'Only guidance has a log; an incident is a record already.',
};
const noTarget: Finding = {
  path: [],
  code: 'incident.no_target',
  message: {
    zh: '请写明应在多久内解决，例如 resolve-within: 1d。',
    en: 'Say within what time it should be resolved, such as resolve-within: 1d.',
  },
};
