import { conditionInWords, type Language, questionsOf } from '@zenmeban/domain/engine';
import { IconClock, IconLock, IconPhoneCall } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { now } from '../../lib/clock';
import { calendarDay } from '../../lib/format';
import { useTextsIn } from '../../lib/i18n';
import { policiesQuery, serverQuery } from '../../lib/queries';
import type { Playbook, Step } from '../../lib/types';
import { Sign } from '../../ui/playbook-icon';
import { callWords, durationWords } from '../reading/step-words';
import classes from './print.module.css';
import { QrCode } from './qr-code';
import { SheetStep } from './sheet-step';
import { useSheetFit } from './use-sheet-fit';

/** One A4 page: what it is for, the steps in order, and the way to the playbook itself. Black on white, always. */
export function Sheet({ playbook, language }: { playbook: Playbook; language: Language }) {
  const { t, say } = useTextsIn(language);
  const { data: policies } = useQuery(policiesQuery);
  const { id, number, version, escalate, resolveWithinSeconds, restrictedWhen } = playbook;
  const [sheetRef, stepsRef] = useSheetFit(`${id} ${version} ${language} ${policies?.length}`);
  const steps = playbook.steps.filter(({ log }) => !log);
  const called = policies?.find((policy) => policy.id === escalate?.policy);
  const { data: server } = useQuery(serverQuery);
  const link = `${addressOf(server?.publicUrl)}/playbooks/${id}`;
  return (
    <article ref={sheetRef} className={classes.sheet} lang={language === 'zh' ? 'zh-Hans' : 'en'}>
      <header className={classes.head}>
        <div className={classes.headText}>
          <h1>
            <Sign name={playbook.icon} size={34} /> {say(playbook.title)}
          </h1>
          <p className={classes.summary}>{say(playbook.summary)}</p>
          <ul className={classes.facts}>
            {called && (
              <li>
                <IconPhoneCall aria-hidden /> {t('reading.callsAtOnce', { who: callWords(called, t) })}
              </li>
            )}
            {resolveWithinSeconds !== undefined && playbook.kind === 'incident' && (
              <li>
                <IconClock aria-hidden /> {t('reading.resolveWithin', { time: durationWords(resolveWithinSeconds, t) })}
              </li>
            )}
            {restrictedWhen && (
              <li>
                <IconLock aria-hidden />{' '}
                {t('reading.restrictedWhen', {
                  when: t('rules.when', { what: conditionInWords(restrictedWhen, questionsOf(playbook), language) }),
                })}
              </li>
            )}
          </ul>
        </div>
        <figure className={classes.code}>
          <QrCode text={link} label={t('print.code')} />
          <figcaption>{link}</figcaption>
        </figure>
      </header>
      <div ref={stepsRef} className={classes.steps}>
        <ol>
          {steps.map((step, position) => (
            <SheetStep
              key={step.id}
              step={step}
              sameAs={sameCondition(steps, position)}
              playbook={playbook}
              policies={policies ?? []}
              speaker={{ t, say }}
              language={language}
            />
          ))}
        </ol>
      </div>
      <footer className={classes.foot}>
        <span>
          {[t('app.name'), t('reading.number', { number }), t('reading.version', { version })].join(' · ')}
          {playbook.loggable && ` · ${t('print.loggable')}`}
        </span>
        <span>{t('print.printed', { date: calendarDay(now().toISOString(), language) })}</span>
      </footer>
    </article>
  );
}

/** The number of the first step with the same condition as this one; null when it is this one, or there is none. */
function sameCondition(steps: readonly Step[], position: number): number | null {
  const condition = JSON.stringify(steps[position]?.when);
  const first = steps.findIndex(({ when }) => when !== undefined && JSON.stringify(when) === condition);
  return first === -1 || first === position ? null : first + 1;
}

/** Where a phone finds this server: nothing but this machine finds it at its loopback address. */
function addressOf(publicUrl: string | undefined): string {
  if (publicUrl === undefined || /^https?:\/\/(localhost|127\.|\[::1\])/.test(publicUrl)) return location.origin;
  return publicUrl;
}
