import { describe, expect, it } from '@jest/globals';
import { assertTransition, incidentTransitions, isOpenStatus, type IncidentStatus } from './incident';
import { DomainError } from './problem';

const statuses = Object.keys(incidentTransitions) as IncidentStatus[];

describe('assertTransition', () => {
  it.each(statuses.flatMap((from) => incidentTransitions[from].map((to) => [from, to] as const)))(
    'lets %s become %s',
    (from, to) => {
      expect(() => assertTransition(from, to)).not.toThrow();
    },
  );

  it.each<[IncidentStatus, IncidentStatus, string]>([
    ['closed', 'closed', 'incident.already_closed'],
    ['closed', 'resolved', 'incident.already_closed'],
    ['closed', 'cancelled', 'incident.already_closed'],
    ['resolved', 'resolved', 'incident.already_resolved'],
    ['resolved', 'in_progress', 'incident.already_resolved'],
    ['resolved', 'cancelled', 'incident.already_resolved'],
    ['cancelled', 'reopened', 'incident.cancelled'],
    ['cancelled', 'cancelled', 'incident.cancelled'],
    ['open', 'closed', 'incident.not_resolved'],
    ['in_progress', 'closed', 'incident.not_resolved'],
    ['reopened', 'closed', 'incident.not_resolved'],
    ['open', 'reopened', 'incident.not_over'],
    ['in_progress', 'in_progress', 'incident.already_started'],
  ])('refuses %s → %s', (from, to, code) => {
    expect(() => assertTransition(from, to)).toThrow(expect.objectContaining({ fault: 'conflict', code }));
  });

  it('says what to do, in both languages, whatever is refused', () => {
    for (const from of statuses) {
      for (const to of statuses.filter((status) => !incidentTransitions[from].includes(status))) {
        expect(() => assertTransition(from, to)).toThrow(DomainError);
      }
    }
  });
});

describe('isOpenStatus', () => {
  it.each<[IncidentStatus, boolean]>([
    ['open', true],
    ['in_progress', true],
    ['reopened', true],
    ['resolved', false],
    ['closed', false],
    ['cancelled', false],
  ])('%s: %s', (status, open) => {
    expect(isOpenStatus(status)).toBe(open);
  });
});
