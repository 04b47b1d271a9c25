import { describe, expect, it } from '@jest/globals';
import type { CallReason, Localized } from '@zenmeban/domain/engine';
import type { Told } from '../claim';
import { callsMessage } from './calls-message';

const helpUp = { zh: '扶起客人', en: 'Help them up' };
const callBack = { zh: '回访客人', en: 'Call them back' };

const told = (
  id: string,
  stepTitle: Localized | null,
  more: {
    reason?: CallReason;
    restricted?: boolean;
    stepConfidential?: boolean;
    severity?: 'low' | 'high';
    level?: number;
  } = {},
): Told => {
  const { reason = 'unacknowledged', restricted = false, stepConfidential = false, severity = 'low', level = 1 } = more;
  return {
    ...{ notificationId: 'n', incidentId: id, ackToken: null },
    notice: {
      template: 'escalation',
      variables: { level, reason, cause: stepTitle ? 'overdue' : 'opened', stepId: null },
    },
    incident: {
      ...{ id, reference: `BJ1-${id}`, severity, restricted, stepTitle, stepConfidential, handedOver: null },
      ...{ openedAt: new Date('2026-11-23T06:05:00Z'), timeZone: 'Asia/Shanghai', placeName: null },
      ...{
        siteCode: 'BJ1',
        siteName: { zh: '北京一号', en: 'Beijing One' },
        playbookTitle: { zh: '客人摔倒', en: 'A customer falls' },
      },
    },
  };
};
const message = (...calls: Told[]) => callsMessage(calls, 'en', 'https://zenmeban.example');

describe('what a channel is told', () => {
  it('is each incident once, the gravest first, with the steps of all its calls', () => {
    const { title, items } = message(
      told('1', helpUp),
      told('2', null, { severity: 'high' }),
      told('1', callBack),
      told('1', helpUp, { level: 2 }),
    );
    expect(title).toBe('[High] 2 incidents need somebody');
    expect(items.map(({ id, siteCode, level, reference, step }) => [id, siteCode, level, reference, step])).toEqual([
      ['2', 'BJ1', 1, 'BJ1-2', null],
      ['1', 'BJ1', 2, 'BJ1-1', 'Help them up; Call them back'],
    ]);
    expect(items[1]?.why).toBe(
      'A step is past its deadline and still not done. Whoever was called before did not acknowledge in time.',
    );
  });

  it('names the step, so that two calls about one incident are told apart', () => {
    expect(message(told('1', helpUp)).items[0]?.step).toBe('Help them up');
    expect(message(told('1', callBack)).items[0]?.step).toBe('Call them back');
  });

  it('is nothing new once somebody has answered', () => {
    expect(message(told('1', null, { reason: 'handed_over' })).items[0]?.why).toBe('It is handed over to a colleague.');
  });

  it('names no confidential step, and none of a restricted incident', () => {
    expect(message(told('1', helpUp, { stepConfidential: true })).items[0]?.step).toBeNull();
    expect(message(told('1', helpUp, { restricted: true })).items[0]).toMatchObject({
      ...{ step: null, place: null, playbook: null, reference: 'BJ1-1' },
    });
  });
});
