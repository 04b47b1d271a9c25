import { conditionInWords, type Language, questionsOf, nameOfAnswer, type Playbook, type Step } from '../engine';
import { type Decision, type Way, waysThrough } from './ways';

/**
 * All ways through a playbook as a tree, one line a step: `✓` must be done, `·` may be skipped; under each answer what
 * it leads to. Steps that all ways share from some point on are told under each branch: reading one branch is reading
 * one way from beginning to end.
 * @throws RangeError when there are more ways than anybody can read, which the checker refuses
 */
export function walkInWords(playbook: Playbook, language: Language): string {
  const ways = waysThrough(playbook);
  if (!ways) throw new RangeError(`There are too many ways through ${playbook.id}.`);
  const title = `${playbook.number} ${playbook.title[language]}`;
  const restricted = playbook.restrictedWhen
    ? [`🔒 ${conditionInWords(playbook.restrictedWhen, questionsOf(playbook), language)}`]
    : [];
  return [title, ...restricted, ...branch(playbook, ways.map(eventsOf), language, ''), ''].join('\n');
}

/** What happens on a way, in order: a step's turn, then what was decided at it. */
type Event = { readonly key: string; readonly stepId: string; readonly decision?: Decision };

function eventsOf(way: Way): Event[] {
  return [...way.outcomes].flatMap(([stepId, outcome]): Event[] => {
    if (outcome === 'not_needed') return [];
    const decision = way.decisions.find((one) => one.stepId === stepId);
    const turn = { key: stepId, stepId };
    return decision ? [turn, { key: `${stepId} ${JSON.stringify(decision)}`, stepId, decision }] : [turn];
  });
}

/** What all ways share from here on, then a branch for each thing that may come next. */
function branch(playbook: Playbook, ways: readonly (readonly Event[])[], language: Language, indent: string): string[] {
  const lines: string[] = [];
  for (let depth = 0; ; depth += 1) {
    const next = new Map<string, { event: Event; ways: (readonly Event[])[] }>();
    for (const way of ways) {
      const event = way[depth];
      if (!event) continue;
      const group = next.get(event.key) ?? { event, ways: [] };
      group.ways.push(way.slice(depth));
      next.set(event.key, group);
    }
    const [first, ...others] = next.values();
    if (!first) return lines;
    if (others.length === 0) {
      lines.push(indent + lineOf(playbook, first.event, language));
      continue;
    }
    for (const { event, ways: same } of next.values()) {
      const isAnswer = event.decision !== undefined;
      if (isAnswer) lines.push(indent + lineOf(playbook, event, language));
      const rest = isAnswer ? same.map((way) => way.slice(1)) : same;
      lines.push(...branch(playbook, rest, language, `${indent}  `));
    }
    return lines;
  }
}

function lineOf(playbook: Playbook, { stepId, decision }: Event, language: Language): string {
  const step = playbook.steps.find(({ id }) => id === stepId);
  if (!step) return stepId;
  return decision
    ? `→ ${answerInWords(step, decision, language)}`
    : `${step.required ? '✓' : '·'} ${step.title[language]}`;
}

/** What was decided, such as `伤得怎么样？ 轻伤 / 较重`; options that lead the same way stand together. */
function answerInWords(step: Step, { answers, alike }: Decision, language: Language): string {
  if (!answers) return language === 'zh' ? '（跳过）' : '(skipped)';
  return Object.entries(alike)
    .map(([field, values]) => {
      const question = step.ask[field];
      const none = language === 'zh' ? '（不答）' : '(no answer)';
      const between = question?.type === 'many-of' ? ' + ' : ' / ';
      const named = values.map((value) => nameOfAnswer(question, value, language)).join(between);
      return `${question?.label[language] ?? field} ${named || none}`;
    })
    .join(language === 'zh' ? '；' : '; ');
}
