import { IconBell, IconClock, IconLock, IconPhoneCall, IconShieldHeart, IconUser } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Step } from '../../lib/types';
import { Fact, Facts } from '../../ui/facts';
import { deadlineWords, durationWords } from './step-words';
import { useCallWords } from './use-call-words';

/** By when, by whom, who is called, who sees it. Nothing where nothing is special. */
export function StepFacts({ step, all }: { step: Step; all: readonly Step[] }) {
  const { t, say } = useTexts();
  const calls = useCallWords();
  const deadline = deadlineWords(step, all, { t, say });
  const { remindSeconds, owner, escalate, visibleTo, caresFor } = step;
  if (!deadline && !owner && !escalate && !visibleTo && !caresFor) return null;
  return (
    <Facts>
      {deadline && <Fact icon={IconClock}>{deadline}</Fact>}
      {remindSeconds !== undefined && (
        <Fact icon={IconBell}>{t('reading.remind', { time: durationWords(remindSeconds, t) })}</Fact>
      )}
      {owner && <Fact icon={IconUser}>{t('incident.ownedBy', { post: t(`post.${owner}`) })}</Fact>}
      {escalate && <Fact icon={IconPhoneCall}>{t('reading.calls', { who: calls(escalate.policy) })}</Fact>}
      {visibleTo && <Fact icon={IconLock}>{t(`reading.only_${visibleTo}`)}</Fact>}
      {caresFor && <Fact icon={IconShieldHeart}>{t('incident.caresForStaff')}</Fact>}
    </Facts>
  );
}
