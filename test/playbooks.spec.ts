import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  checkHandbook,
  checkPlaybooks,
  coverage,
  playbookJsonSchema,
  walkInWords,
  type Way,
  waysThrough,
} from '@zenmeban/domain/check';
import {
  type Answer,
  type Answers,
  isSettled,
  type Playbook,
  type Question,
  readySteps,
  requiredStepsOpen,
  type Run,
  type RunStep,
  settleStep,
  type Settlement,
  startRun,
  type Step,
  stepsOfRun,
} from '@zenmeban/domain/engine';
import fc from 'fast-check';
import { decidedAnswers } from './harness/answers';

const folder = join(import.meta.dirname, '../playbooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const handbook = checkHandbook(names.map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') })));
const books = handbook.playbooks.map(({ file, playbook }) => [file, playbook] as const);
const opened = books.filter(([, playbook]) => stepsOfRun(playbook).length > 0);
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Any answer a person may give; undefined only where the question may stay open. */
function legalAnswer(question: Question): fc.Arbitrary<Answer | undefined> {
  const answer = given(question);
  return question.optional ? fc.option(answer, { nil: undefined }) : answer;
}

function given(question: Question): fc.Arbitrary<Answer> {
  switch (question.type) {
    case 'one-of':
      return fc.constantFrom(...question.options.map(({ id }) => id));
    case 'many-of':
      return fc.subarray(
        question.options.map(({ id }) => id),
        { minLength: 1 },
      );
    case 'yes-no':
      return fc.boolean();
    case 'text':
      return fc.constantFrom('大厅门口', 'By the door 🙂', '\u200b-');
    case 'number':
      return fc.double({ min: question.min, max: question.max, noNaN: true });
    case 'date-time':
      return fc
        .date({ min: new Date('2000-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
        .map((date) => date.toISOString());
  }
}

const legalAnswers = (step: Step): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(Object.entries(step.ask).map(([field, question]) => [field, legalAnswer(question)])),
  ) as fc.Arbitrary<Answers>;

const legalSettlement = (step: Step): fc.Arbitrary<Settlement> => {
  const done = legalAnswers(step).map((answers): Settlement => ({ kind: 'done', answers }));
  const skipped = fc.constant<Settlement>({ kind: 'skipped', reason: '客人已离开' });
  return step.required ? done : fc.oneof({ weight: 4, arbitrary: done }, { weight: 1, arbitrary: skipped });
};

const oneOf = (steps: readonly RunStep[]): fc.Arbitrary<RunStep> => fc.constantFrom(...steps);

const findStep = (playbook: Playbook, id: string): Step => {
  const step = playbook.steps.find((one) => one.id === id);
  if (!step) throw new Error(`No step ${id}`);
  return step;
};

/** Settles ready steps in any order until none is ready; returns every state the run went through. */
function walk(playbook: Playbook, gen: fc.GeneratorValue): Run[] {
  const now = new Date('2026-11-23T01:00:00Z');
  const states = [startRun(playbook, now).run];
  for (;;) {
    const run = states.at(-1) ?? { steps: [] };
    const ready = readySteps(playbook, run);
    if (ready.length === 0) return states;
    const { id } = gen(oneOf, ready);
    const settlement = gen(legalSettlement, findStep(playbook, id));
    states.push(settleStep(playbook, run, id, settlement, now).run);
    if (states.length > playbook.steps.length + 1) throw new Error('This run never ends.');
  }
}

describe.each(opened)('%s, whatever is answered, in whatever order', (_, playbook) => {
  const everyRun = (check: (states: Run[]) => void, numRuns = 200) =>
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        check(walk(playbook, gen));
      }),
      { numRuns },
    );

  it('ends with nothing waiting and nothing required left open', () => {
    everyRun((states) => {
      const last = states.at(-1) ?? { steps: [] };
      expect(last.steps.filter((step) => !isSettled(step))).toEqual([]);
      expect(requiredStepsOpen(playbook, last)).toEqual([]);
    });
  });

  it('never takes back or repeats a step', () => {
    everyRun((states) => {
      for (const [index, run] of states.slice(1).entries()) {
        const before = states[index]?.steps ?? [];
        const settledBefore = before.filter(isSettled);
        expect(run.steps).toEqual(expect.arrayContaining(settledBefore));
        const newlySettled = run.steps.filter(
          ({ id, state }) => (state === 'done' || state === 'skipped') && !settledBefore.some((step) => step.id === id),
        );
        expect(newlySettled).toHaveLength(1);
      }
    });
  });

  it('has nothing ready before what it waits for', () => {
    everyRun((states) => {
      for (const run of states) {
        const settled = new Set(run.steps.filter(isSettled).map(({ id }) => id));
        const moved = run.steps.filter(({ state }) => state !== 'waiting');
        const tooEarly = moved.filter(({ id }) => !findStep(playbook, id).after.every((other) => settled.has(other)));
        expect(tooEarly).toEqual([]);
      }
    });
  });

  it('comes to every step sooner or later', () => {
    const reached = new Set<string>();
    everyRun((states) => {
      for (const { id, state } of states.at(-1)?.steps ?? []) if (state !== 'not_needed') reached.add(id);
    }, 500);
    expect(stepsOfRun(playbook).flatMap(({ id }) => (reached.has(id) ? [] : [id]))).toEqual([]);
  });
});

/** What a way says, done with the engine: every ready step is settled as the way decides, otherwise plainly. */
function follow(playbook: Playbook, way: Way): Run {
  const now = new Date('2026-11-23T01:00:00Z');
  let { run } = startRun(playbook, now);
  for (let ready = readySteps(playbook, run); ready[0]; ready = readySteps(playbook, run)) {
    const step = findStep(playbook, ready[0].id);
    const decision = way.decisions.find(({ stepId }) => stepId === step.id);
    const settlement: Settlement =
      decision && decision.answers === null
        ? { kind: 'skipped', reason: '客人已离开' }
        : { kind: 'done', answers: decidedAnswers(step, decision) };
    run = settleStep(playbook, run, step.id, settlement, now).run;
  }
  return run;
}

describe.each(books)('%s', (file, playbook) => {
  const ways = waysThrough(playbook) ?? [];

  it('goes with the engine every way the checker sees, to its end', () => {
    for (const way of ways) {
      const { steps } = follow(playbook, way);
      expect(Object.fromEntries(steps.map(({ id, state }) => [id, state]))).toEqual(Object.fromEntries(way.outcomes));
    }
  });

  it.each(['zh', 'en'] as const)('is walked as reviewed (%s)', (language) => {
    expect(walkInWords(playbook, language)).toMatchSnapshot();
  });

  it('says everything in few words', () => {
    for (const { title, do: lines } of playbook.steps) {
      expect(title.en.length).toBeLessThanOrEqual(30);
      expect(title.zh.length).toBeGreaterThanOrEqual(2);
      expect(title.zh.length).toBeLessThanOrEqual(8);
      expect(lines.map(({ zh }) => zh).filter((zh) => zh.length > 24)).toEqual([]);
      expect(lines.map(({ en }) => en).filter((en) => en.length > 64)).toEqual([]);
    }
  });

  it('tells editors its form', () => {
    expect(text(file)).toMatch(/^# yaml-language-server: \$schema=\.\/playbook\.schema\.json\n/);
  });
});

it('has a playbook for each of the 23 scenarios, of the kind the handbook makes it', () => {
  expect(books.map(([, { number }]) => number).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 23 }, (_, index) => index + 1),
  );
  expect(books.filter(([, { kind }]) => kind === 'guidance').map(([, { number }]) => number)).toEqual([
    1, 2, 3, 6, 7, 10, 11, 13, 14, 17,
  ]);
});

it('is confidential where somebody of the staff was pressed, harassed or attacked, and only there', () => {
  expect(books.filter(([, { restrictedWhen }]) => restrictedWhen).map(([, { id }]) => id)).toEqual([
    'invitation',
    'abusive-conduct',
  ]);
});

it('covers every fact of the handbook, and the table is fresh', () => {
  const { table, problems } = coverage(text('handbook/facts.yaml'), 'handbook/facts.yaml', handbook);
  expect(problems).toEqual([]);
  expect(text('COVERAGE.md')).toBe(table);
});

it('offers editors the schema of today', () => {
  expect(JSON.parse(text('playbook.schema.json'))).toEqual(JSON.parse(JSON.stringify(playbookJsonSchema())));
});

it('explains the format with an example that is itself correct', () => {
  const example = /```yaml\n([^]*?)```/.exec(readFileSync(join(folder, 'README.md'), 'utf8'))?.[1] ?? '';
  expect(checkPlaybooks([{ name: 'README.md', source: example }], handbook).problems).toEqual([]);
});
