import { describe, expect, it } from '@jest/globals';
import type { RunStep } from '../../lib/types';
import { stepToShow } from './choose-step';

const me = 'me';

const step = (id: string, given: Partial<RunStep> = {}): RunStep => ({
  id,
  position: 0,
  state: 'ready',
  readyAt: null,
  dueAt: null,
  remindAt: null,
  ownerPost: null,
  onPost: [],
  assignee: null,
  answers: null,
  note: '',
  settledBy: null,
  settledAt: null,
  visibleTo: null,
  hidden: false,
  ...given,
});

const confidential = step('confidential', { visibleTo: 'supervisor' });
const theirs = step('theirs', { ownerPost: 'cleaning', assignee: { id: 'other', name: '' } });
const mine = step('mine', { ownerPost: 'bar', assignee: { id: me, name: '' } });

const shown = (ready: RunStep[], chosen: string | null = null) =>
  stepToShow(ready, chosen, me, ({ visibleTo }) => visibleTo === null)?.id;

describe('stepToShow', () => {
  it('shows my own step before that of others', () => expect(shown([theirs, mine])).toBe('mine'));
  it('shows the step of others before one I may not work on', () =>
    expect(shown([confidential, theirs])).toBe('theirs'));
  it('shows even one I may not work on when it is the only one', () =>
    expect(shown([confidential])).toBe('confidential'));
  it('shows the chosen one, whosever it is', () =>
    expect(shown([mine, confidential], 'confidential')).toBe('confidential'));
  it('forgets the chosen one once it is settled', () => expect(shown([mine], 'gone')).toBe('mine'));
  it('shows none when none is ready', () => expect(shown([])).toBeUndefined());
});
