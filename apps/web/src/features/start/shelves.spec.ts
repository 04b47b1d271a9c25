import { describe, expect, it } from '@jest/globals';
import type { PlaybookSummary } from '../../lib/types';
import { shelvesOf } from './shelves';

const playbook = (number: number, situation: string, position: number): PlaybookSummary => ({
  id: `p${number}`,
  number,
  kind: 'incident',
  severity: 'normal',
  situation: { id: situation, icon: 'heart', title: { zh: situation, en: situation }, position },
  icon: 'fall',
  title: { zh: '', en: '' },
  summary: { zh: '', en: '' },
  search: { zh: [], en: [] },
  version: 1,
  stepCount: 3,
  loggable: false,
  practisedAt: null,
});

const shown = (...playbooks: PlaybookSummary[]) =>
  shelvesOf(playbooks).map((shelf) => [shelf.situation.id, ...shelf.playbooks.map(({ number }) => number)]);

describe('shelvesOf', () => {
  it('puts the shelves in their order and the playbooks on them by number', () => {
    const given = [playbook(23, 'complaint', 3), playbook(12, 'accident', 0), playbook(4, 'accident', 0)];
    expect(shown(...given)).toEqual([
      ['accident', 4, 12],
      ['complaint', 23],
    ]);
  });

  it('shows no shelf without playbooks', () => {
    expect(shown()).toEqual([]);
  });
});
