import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Incident, RunStep, Step } from '../../lib/types';
import { NotDone } from '../../ui/not-done';
import { ErrorNotice, Notice } from '../../ui/notice';
import cardClasses from './step-card.module.css';
import { Instructions } from './instructions';
import { QuestionField } from './question-field';
import { SkipStep } from './skip-step';
import { StepBar } from './step-bar';
import { StepHead } from './step-head';
import { useStepForm } from './use-step-form';

type Props = { incident: Incident; step: Step; runStep: RunStep; last: boolean };

/** The step card: what to do, say and never do, the questions, a note, and the two big buttons. */
export function StepForm({ incident, step, runStep, last }: Props) {
  const { t } = useTexts();
  const form = useStepForm(incident, step);
  const card = useRef<HTMLElement>(null);
  const at = (path: string) => form.problems.find((problem) => problem.path === path)?.message ?? null;
  const fields = ['note', ...Object.keys(step.ask).map((field) => `answers.${field}`)];
  const wrong = form.problems.filter(({ path }) => fields.includes(path)).length;
  useEffect(() => {
    if (wrong > 0) card.current?.querySelector('[data-invalid]')?.scrollIntoView({ block: 'center' });
  }, [wrong, form.complete.error]);
  return (
    <section ref={card} className={cardClasses.card}>
      <form
        noValidate
        className={cardClasses.cardForm}
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <StepHead incident={incident} step={step} runStep={runStep} />
        <Instructions step={step} />
        {Object.entries(step.ask).map(([field, question]) => (
          <QuestionField
            key={field}
            name={field}
            question={question}
            value={form.draft.answers[field]}
            problem={at(`answers.${field}`)}
            onChange={(answer) => form.change({ ...form.draft, answers: { ...form.draft.answers, [field]: answer } })}
          />
        ))}
        <div data-invalid={at('note') ? '' : undefined}>
          <Textarea
            label={t('incident.note')}
            placeholder={t('incident.notePlaceholder')}
            autosize
            minRows={2}
            maxRows={10}
            value={form.draft.note}
            error={at('note')}
            onChange={(event) => form.change({ ...form.draft, note: event.currentTarget.value })}
          />
        </div>
        <StepBar incident={incident} last={last} sending={form.complete.isPending}>
          {wrong > 0 ? (
            <Notice tone="error">{t('incident.fixAnswers')}</Notice>
          ) : incident.drill ? (
            <ErrorNotice error={form.complete.error} />
          ) : (
            <NotDone error={form.complete.error} what="typing" />
          )}
        </StepBar>
      </form>
      {/* Not inside: its dialog is a form of its own. */}
      {!step.required && <SkipStep incident={incident} step={step} />}
    </section>
  );
}
