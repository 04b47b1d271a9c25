import { conditionInWords, questionsOf } from '@zenmeban/domain/engine';
import { IconClock, IconFolder, IconLock, IconPhoneCall } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Playbook } from '../../lib/types';
import { SeverityBadge } from '../../ui/severity-badge';
import { Fact, Facts } from '../../ui/facts';
import classes from './reading.module.css';
import { durationWords } from './step-words';
import { useCallWords } from './use-call-words';

/** When to use it, who is called the moment it is opened, by when it should be resolved, where it is filed. */
export function Introduction({ playbook }: { playbook: Playbook }) {
  const { t, say, language } = useTexts();
  const calls = useCallWords();
  const { escalate, resolveWithinSeconds, register, restrictedWhen } = playbook;
  return (
    <section className={classes.introduction}>
      <p>
        <SeverityBadge severity={playbook.severity} /> {say(playbook.summary)}
      </p>
      <Facts>
        {escalate && <Fact icon={IconPhoneCall}>{t('reading.callsAtOnce', { who: calls(escalate.policy) })}</Fact>}
        {resolveWithinSeconds !== undefined && (
          <Fact icon={IconClock}>{t('reading.resolveWithin', { time: durationWords(resolveWithinSeconds, t) })}</Fact>
        )}
        {register && <Fact icon={IconFolder}>{t('reading.register', { register: say(register.title) })}</Fact>}
        {restrictedWhen && (
          <Fact icon={IconLock}>
            {t('reading.restrictedWhen', {
              when: t('rules.when', { what: conditionInWords(restrictedWhen, questionsOf(playbook), language) }),
            })}
          </Fact>
        )}
      </Facts>
    </section>
  );
}
