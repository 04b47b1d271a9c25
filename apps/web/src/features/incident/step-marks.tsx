import { answersOf } from '@zenmeban/domain/engine';
import { IconBell, IconCalendarEvent, IconLock, IconShieldHeart } from '@tabler/icons-react';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { Incident, RunStep, Step } from '../../lib/types';
import { Fact, Facts } from '../../ui/facts';
import { runOf } from './use-incident';

type Props = { incident: Incident; step: Step; runStep: RunStep; locked: boolean };

/** What is special about a step: it keeps a promise, somebody is reminded, it is confidential, it is for a colleague. */
export function StepMarks({ incident, step, runStep, locked }: Props) {
  const { t, language } = useTexts();
  const time = (iso: string) => clockTime(iso, incident.site.timeZone, language, now());
  const { by, caresFor } = step;
  // The card of a locked step says so itself.
  const visibleTo = locked ? undefined : step.visibleTo;
  const promise = by === undefined ? undefined : answersOf(runOf(incident))[by];
  // By the step's own wish, or because the policy warns before every deadline.
  const { remindAt } = runStep;
  if (promise === undefined && remindAt === null && !visibleTo && !caresFor) return null;
  return (
    <Facts>
      {typeof promise === 'string' && (
        <Fact icon={IconCalendarEvent}>{t('incident.promised', { time: time(promise) })}</Fact>
      )}
      {remindAt && new Date(remindAt) > now() && (
        <Fact icon={IconBell}>{t('incident.remindAt', { time: time(remindAt) })}</Fact>
      )}
      {visibleTo && <Fact icon={IconLock}>{t(`incident.only_${visibleTo}`)}</Fact>}
      {caresFor && <Fact icon={IconShieldHeart}>{t('incident.caresForStaff')}</Fact>}
    </Facts>
  );
}
