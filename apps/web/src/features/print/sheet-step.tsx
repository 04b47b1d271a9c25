import { conditionInWords, fieldsOf, type Language, questionsOf } from '@zenmeban/domain/engine';
import { IconArrowsSplit2, IconBan, IconListCheck, IconMessage2, type TablerIcon } from '@tabler/icons-react';
import type { Playbook, Policy, Step } from '../../lib/types';
import { callWords, deadlineWords, type Speaker } from '../reading/step-words';
import classes from './print.module.css';

type Props = {
  step: Step;
  /** The number of an earlier step whose condition is also this one's. */
  sameAs: number | null;
  playbook: Playbook;
  policies: readonly Policy[];
  speaker: Speaker;
  language: Language;
};

/** One step as it stands on paper: what is needed to act by, not what is asked or recorded. */
export function SheetStep({ step, sameAs, playbook, policies, speaker, language }: Props) {
  const { t, say } = speaker;
  const phrase = ({ holiday, ...text }: Step['say'][number]) =>
    (holiday ? `${t(`holiday.${holiday}`)} ` : '') + t('rules.quoted', { text: say(text) });
  const decides = new Set(playbook.steps.flatMap(({ when }) => (when ? fieldsOf(when) : [])));
  // What decides how to go on, and how to tell: without its hint the branches that follow could not be chosen.
  const signs = Object.entries(step.ask).flatMap(([field, { label, hint }]) =>
    hint && decides.has(field) ? [`${say(label)} ${say(hint)}`] : [],
  );
  return (
    <li className={classes.step}>
      <h2>
        {say(step.title)} <Marks step={step} playbook={playbook} policies={policies} speaker={speaker} />
      </h2>{' '}
      <div className={classes.act}>
        {step.when && (
          <p className={classes.when}>
            <IconArrowsSplit2 aria-hidden />{' '}
            {sameAs === null
              ? t('rules.when', { what: conditionInWords(step.when, questionsOf(playbook), language) })
              : t('print.sameCondition', { number: sameAs })}
          </p>
        )}{' '}
        <ol className={classes.do}>
          {step.do.map((text) => (
            <li key={text.zh}>{say(text)} </li>
          ))}
        </ol>
      </div>{' '}
      <div className={classes.words}>
        {signs.length > 0 && (
          <Said icon={IconListCheck} title={t('reading.ask')} kind="ask">
            {signs}
          </Said>
        )}{' '}
        {step.say.length > 0 && (
          <Said icon={IconMessage2} title={t('incident.say')} kind="say">
            {step.say.map(phrase)}
          </Said>
        )}{' '}
        {step.never.length > 0 && (
          <Said icon={IconBan} title={t('incident.never')} kind="never">
            {step.never.map(say)}
          </Said>
        )}
      </div>
    </li>
  );
}

type SaidProps = { icon: TablerIcon; title: string; kind: 'say' | 'never' | 'ask'; children: string[] };

function Said({ icon: Icon, title, kind, children }: SaidProps) {
  return (
    <div className={classes.said}>
      <strong>
        <Icon aria-hidden /> {title}
      </strong>{' '}
      <ul data-kind={kind}>
        {children.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** Whether it must be done, by when, by whom, who sees it and who is called. */
function Marks({ step, playbook, policies, speaker }: Omit<Props, 'sameAs' | 'language'>) {
  const { t } = speaker;
  const marks = [
    deadlineWords(step, playbook.steps, speaker),
    step.owner && t(`post.${step.owner}`),
    step.visibleTo && t(`print.only_${step.visibleTo}`),
    step.caresFor && t('print.caresForStaff'),
    callsOf(step, policies, speaker),
  ].filter(Boolean);
  const required = playbook.kind === 'incident' && step.required;
  return (
    <span className={classes.marks}>
      {required && <span className={classes.required}>{t('reading.required')}</span>}
      {marks.join(' · ')}
    </span>
  );
}

/** Whom the step calls first; the whole chain would fill the sheet. */
function callsOf({ escalate }: Step, policies: readonly Policy[], { t }: Speaker): string | undefined {
  const policy = policies.find(({ id }) => id === escalate?.policy);
  return policy && t('reading.calls', { who: callWords({ levels: policy.levels.slice(0, 1) }, t) });
}
