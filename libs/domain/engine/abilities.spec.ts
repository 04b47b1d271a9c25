import { describe, expect, it } from '@jest/globals';
import {
  type Actor,
  can,
  highestRole,
  type IncidentAccess,
  type IncidentAction,
  type OwnedStepAccess,
  type Role,
  roles,
  sitesOf,
  type StepOwner,
} from './abilities';
import type { VisibleTo } from './playbook';

const actor = (...grants: [Role, string | null][]): Actor => ({
  personId: 'me',
  grants: grants.map(([role, siteId]) => ({ role, siteId })),
});
const incident = (given: Partial<IncidentAccess> = {}): IncidentAccess => ({
  siteId: 'bj1',
  restricted: false,
  drill: false,
  openedBy: 'somebody',
  assignees: [],
  ...given,
});

const everyones = ['view', 'work', 'escalate', 'comment', 'resolve', 'cancel'].map(
  (a) => `incident.${a}` as IncidentAction,
);
const supervisors = ['acknowledge', 'snooze', 'hand_over', 'close', 'reopen'].map(
  (a) => `incident.${a}` as IncidentAction,
);

describe('can', () => {
  it.each(everyones)('staff may %s at their site, not at another', (action) => {
    expect(can(actor(['staff', 'bj1']), action, incident())).toBe(true);
    expect(can(actor(['staff', 'sh2']), action, incident())).toBe(false);
    expect(can(actor(), action, incident())).toBe(false);
  });

  it.each(['acknowledge', 'snooze', 'hand_over'] as const)('whoever was called may %s, too', (action) => {
    const called = incident({ called: ['me'] });
    expect(can(actor(['staff', 'bj1']), `incident.${action}`, called)).toBe(true);
    expect(can(actor(['staff', 'sh2']), `incident.${action}`, called)).toBe(false);
    expect(can(actor(['staff', 'bj1']), `incident.${action}`, incident({ called: ['somebody'] }))).toBe(false);
  });

  it.each(supervisors)('only a supervisor or above may %s', (action) => {
    expect(can(actor(['staff', 'bj1']), action, incident())).toBe(false);
    expect(can(actor(['supervisor', 'bj1']), action, incident())).toBe(true);
    expect(can(actor(['manager', 'bj1']), action, incident())).toBe(true);
    expect(can(actor(['administrator', null]), action, incident())).toBe(true);
    expect(can(actor(['staff', 'bj1'], ['manager', 'sh2']), action, incident())).toBe(false);
  });

  it.each([
    ['analysis.see', 'supervisor'],
    ['roster.view', 'staff'],
    ['roster.change', 'supervisor'],
    ['review.write', 'supervisor'],
    ['site.change', 'manager'],
    ['visitors.enter', 'supervisor'],
    ['visitors.counter', 'manager'],
  ] as const)('%s needs at least a %s of that site', (action, least) => {
    const site = { siteId: 'bj1' };
    for (const role of roles)
      expect([role, can(actor([role, 'bj1']), action, site)]).toEqual([
        role,
        roles.indexOf(role) >= roles.indexOf(least),
      ]);
    expect(can(actor(['administrator', 'sh2']), action, site)).toBe(false);
    expect(can(actor(['administrator', null]), action, site)).toBe(true);
  });

  it.each(everyones)('a restricted incident: %s only for those involved and supervisors', (action) => {
    const restricted = { restricted: true };
    expect(can(actor(['staff', 'bj1']), action, incident(restricted))).toBe(false);
    expect(can(actor(['staff', 'bj1']), action, incident({ ...restricted, openedBy: 'me' }))).toBe(true);
    expect(can(actor(['staff', 'bj1']), action, incident({ ...restricted, assignees: ['me'] }))).toBe(true);
    expect(can(actor(['staff', 'sh2']), action, incident({ ...restricted, openedBy: 'me' }))).toBe(false);
    expect(can(actor(['supervisor', 'bj1']), action, incident(restricted))).toBe(true);
  });

  it.each(everyones)('a drill: %s only for whoever opened it and supervisors', (action) => {
    const drill = { drill: true };
    expect(can(actor(['staff', 'bj1']), action, incident(drill))).toBe(false);
    expect(can(actor(['staff', 'bj1']), action, incident({ ...drill, assignees: ['me'] }))).toBe(false);
    expect(can(actor(['staff', 'bj1']), action, incident({ ...drill, openedBy: 'me' }))).toBe(true);
    expect(can(actor(['staff', 'sh2']), action, incident({ ...drill, openedBy: 'me' }))).toBe(false);
    expect(can(actor(['supervisor', 'bj1']), action, incident(drill))).toBe(true);
  });

  it.each(['step.see', 'step.work'] as const)('%s: of a confidential step only its role and higher ones', (action) => {
    const step = (visibleTo: VisibleTo | null, given: Partial<IncidentAccess> = {}) => ({
      ...incident(given),
      ...{ visibleTo, severity: 'normal' as const, owner: null },
    });
    const mine = { openedBy: 'me', assignees: ['me'] };
    expect(can(actor(['staff', 'bj1']), action, step(null))).toBe(true);
    expect(can(actor(['staff', 'bj1']), action, step('supervisor', mine))).toBe(false);
    expect(can(actor(['supervisor', 'bj1']), action, step('supervisor'))).toBe(true);
    expect(can(actor(['supervisor', 'sh2']), action, step('supervisor'))).toBe(false);
    expect(can(actor(['supervisor', 'bj1']), action, step('manager', mine))).toBe(false);
    expect(can(actor(['manager', 'bj1']), action, step('manager'))).toBe(true);
    expect(can(actor(['staff', 'bj1']), action, step(null, { restricted: true }))).toBe(false);
  });

  it.each(['step.see', 'step.work'] as const)('%s: in a drill whoever opened it plays every part', (action) => {
    const drill = incident({ drill: true, openedBy: 'me' });
    const step = { ...drill, visibleTo: 'manager' as const, severity: 'normal' as const, owner: null };
    expect(can(actor(['staff', 'bj1']), action, step)).toBe(true);
    expect(can(actor(['supervisor', 'bj1']), action, { ...step, openedBy: 'somebody' })).toBe(false);
  });

  it.each<[string, Actor, Partial<StepOwner>, Partial<OwnedStepAccess>, boolean]>([
    ['whoever has it', actor(['staff', 'bj1']), { assigneeId: 'me' }, {}, true],
    ['somebody on that post', actor(['staff', 'bj1']), { onPost: ['other', 'me'] }, {}, true],
    ['a supervisor', actor(['supervisor', 'bj1']), {}, {}, true],
    ['nobody else', actor(['staff', 'bj1']), {}, {}, false],
    ['nobody else, though they opened it', actor(['staff', 'bj1']), {}, { openedBy: 'me' }, false],
    ['a supervisor of another site not', actor(['staff', 'bj1'], ['supervisor', 'sh2']), {}, {}, false],
    [
      'nobody else while a supervisor has it for a manager',
      actor(['staff', 'bj1']),
      { post: 'manager', onPost: [] },
      {},
      false,
    ],
    [
      'anybody when no supervisor could be asked',
      actor(['staff', 'bj1']),
      { post: 'manager', onPost: [], assigneeId: null },
      {},
      true,
    ],
    ['anybody while nobody is on the post', actor(['staff', 'bj1']), { onPost: [] }, {}, true],
    ['anybody when it is high', actor(['staff', 'bj1']), {}, { severity: 'high' }, true],
    ['anybody when it is critical', actor(['staff', 'bj1']), {}, { severity: 'critical' }, true],
    ['whoever opened a drill', actor(['staff', 'bj1']), {}, { drill: true, openedBy: 'me' }, true],
    [
      'not on the post what they may not see',
      actor(['staff', 'bj1']),
      { onPost: ['me'] },
      { visibleTo: 'manager' },
      false,
    ],
  ])('a step of a post is settled by: %s', (_, who, owner, given, expected) => {
    const facilities: StepOwner = { post: 'facilities', assigneeId: 'other', onPost: ['other'], ...owner };
    const step: OwnedStepAccess = { ...incident(), visibleTo: null, severity: 'normal', owner: facilities, ...given };
    expect(can(who, 'step.work', step)).toBe(expected);
    expect(can(who, 'step.see', step)).toBe(step.visibleTo === null);
  });

  it('lets a manager change the channels of their site, and one of all sites those that all share', () => {
    const mine = actor(['manager', 'bj1']);
    expect(can(mine, 'channel.change', { siteId: 'bj1' })).toBe(true);
    expect(can(mine, 'channel.change', { siteId: 'sh2' })).toBe(false);
    expect(can(mine, 'channel.change', { siteId: null })).toBe(false);
    expect(can(actor(['supervisor', null]), 'channel.change', { siteId: null })).toBe(false);
    expect(can(actor(['manager', null]), 'channel.change', { siteId: null })).toBe(true);
  });

  it('lets staff open incidents at their own site', () => {
    expect(can(actor(['staff', 'bj1']), 'incident.open', { siteId: 'bj1' })).toBe(true);
    expect(can(actor(['staff', 'bj1']), 'incident.open', { siteId: 'sh2' })).toBe(false);
    expect(can(actor(['staff', null]), 'incident.open', { siteId: 'sh2' })).toBe(true);
  });
});

describe('highestRole', () => {
  it.each<[string, [Role, string | null][], Role | null]>([
    ['none', [], null],
    ['only elsewhere', [['manager', 'sh2']], null],
    [
      'two here',
      [
        ['supervisor', 'bj1'],
        ['staff', 'bj1'],
      ],
      'supervisor',
    ],
    [
      'one here, a higher one everywhere',
      [
        ['staff', 'bj1'],
        ['manager', null],
      ],
      'manager',
    ],
  ])('with %s', (_, grants, role) => {
    expect(highestRole(actor(...grants), 'bj1')).toBe(role);
  });
});

describe('sitesOf', () => {
  it.each<[[Role, string | null][], 'all' | string[]]>([
    [[], []],
    [
      [
        ['staff', 'bj1'],
        ['supervisor', 'bj1'],
        ['staff', 'sh2'],
      ],
      ['bj1', 'sh2'],
    ],
    [
      [
        ['staff', 'bj1'],
        ['manager', null],
      ],
      'all',
    ],
  ])('%j', (grants, sites) => {
    expect(sitesOf(actor(...grants))).toEqual(sites);
  });
});
