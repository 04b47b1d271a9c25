import { Button } from '@mantine/core';
import { isOpenStatus } from '@zenmeban/domain/engine';
import { useState } from 'react';
import { api } from '../../lib/api';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { Incident, Playbook, RunStep, Step } from '../../lib/types';
import { ErrorNotice, Notice } from '../../ui/notice';
import { answerWords } from './answer-words';
import classes from './incident.module.css';
import { keepDraft, keptDraft } from './kept-drafts';
import { isEmptyDraft } from './step-draft';
import { useIncidentAction } from './use-incident';

/** Somebody else settled a step while this person was typing into it: what they typed is shown, not lost. */
export function LeftOvers({ incident, playbook }: { incident: Incident; playbook: Playbook }) {
  const [, look] = useState(0);
  const working = isOpenStatus(incident.status);
  return playbook.steps.map((step) => {
    const runStep = incident.steps.find(({ id }) => id === step.id);
    const open = runStep?.state === 'waiting' || (runStep?.state === 'ready' && working);
    if (!runStep || open || isEmptyDraft(keptDraft(incident.id, step.id))) return null;
    const forget = () => {
      keepDraft(incident.id, step.id, null);
      look((times) => times + 1);
    };
    return <LeftOver key={step.id} incident={incident} step={step} runStep={runStep} onGone={forget} />;
  });
}

type Props = { incident: Incident; step: Step; runStep: RunStep; onGone: () => void };

function LeftOver({ incident, step, runStep, onGone }: Props) {
  const { t, say, language } = useTexts();
  const speaker = { t, say, time: (iso: string) => clockTime(iso, incident.site.timeZone, language, now()) };
  const { answers, note } = keptDraft(incident.id, step.id);
  const lines = Object.entries(answers).flatMap(([field, answer]) => {
    const question = step.ask[field];
    return question && answer !== '' ? [`${say(question.label)} ${answerWords(question, answer, speaker)}`] : [];
  });
  const text = [...lines, note].filter(Boolean).join('\n');
  const record = useIncidentAction(
    incident.id,
    () =>
      api.POST('/api/v1/incidents/{incident}/comment', {
        params: { path: { incident: incident.id } },
        body: { text: `${say(step.title)}\n${text}` },
      }),
    onGone,
  );
  const name = runStep.settledBy?.name;
  return (
    <Notice tone="warning">
      <strong>
        {name
          ? t('incident.leftOverBy', { step: say(step.title), name })
          : t('incident.leftOver', { step: say(step.title) })}
      </strong>
      <p className={classes.leftOver}>{text}</p>
      <div className={classes.leftOverButtons}>
        <Button loading={record.isPending} onClick={() => record.mutate()}>
          {t('incident.leftOverRecord')}
        </Button>
        <Button variant="default" onClick={onGone}>
          {t('incident.leftOverForget')}
        </Button>
      </div>
      <ErrorNotice error={record.error} />
    </Notice>
  );
}
