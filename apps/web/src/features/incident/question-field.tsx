import { TextInput, Textarea } from '@mantine/core';
import type { Answer, Question } from '@zenmeban/domain/engine';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../../lib/i18n';
import { isoToLocal, localToIso } from '../../lib/local-time';
import questionClasses from './questions.module.css';

type Props = {
  name: string;
  question: Question;
  value: Answer | undefined;
  problem: string | null;
  onChange: (answer: Answer) => void;
};

/** One question: choices as large buttons, the rest as one large field. */
export function QuestionField({ question, value, problem, onChange }: Props) {
  const { t, say } = useTexts();
  const label = (
    <>
      {say(question.label)}
      {question.optional && <span className={questionClasses.optional}> {t('incident.optional')}</span>}
    </>
  );
  const field = {
    label,
    description: question.hint && say(question.hint),
    error: problem,
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  const choices = { label, hint: field.description, problem };
  switch (question.type) {
    case 'yes-no':
      return (
        <Choices {...choices}>
          <Choice
            pressed={value === true}
            onPress={() => onChange(value === true ? '' : true)}
            label={t('incident.yes')}
          />
          <Choice
            pressed={value === false}
            onPress={() => onChange(value === false ? '' : false)}
            label={t('incident.no')}
          />
        </Choices>
      );
    case 'one-of':
      return (
        <Choices {...choices} layout={question.options.some((one) => isLong(say(one.label))) ? 'list' : 'grid'}>
          {question.options.map(({ id, label: text }) => (
            <Choice
              key={id}
              pressed={value === id}
              onPress={() => onChange(value === id ? '' : id)}
              label={say(text)}
            />
          ))}
        </Choices>
      );
    case 'many-of': {
      const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
      const without = (id: string) => chosen.filter((other) => other !== id);
      return (
        <Choices {...choices} layout="chips">
          {question.options.map(({ id, label: text }) => (
            <Choice
              key={id}
              pressed={chosen.includes(id)}
              onPress={() => onChange(chosen.includes(id) ? without(id) : [...chosen, id])}
              label={say(text)}
            />
          ))}
        </Choices>
      );
    }
    case 'number':
      return (
        <Framed problem={problem}>
          <TextInput
            {...field}
            inputMode="decimal"
            rightSection={question.unit && say(question.unit)}
            rightSectionWidth={72}
          />
        </Framed>
      );
    case 'date-time':
      return (
        <Framed problem={problem}>
          <TextInput
            {...field}
            type="datetime-local"
            value={isoToLocal(field.value)}
            onChange={(event) => onChange(localToIso(event.currentTarget.value))}
          />
        </Framed>
      );
    case 'text':
      return (
        <Framed problem={problem}>
          <Textarea {...field} autosize minRows={1} maxRows={8} />
        </Framed>
      );
  }
}

/** Too long to stand two in a row on a phone; a Chinese character is as wide as two others. */
const isLong = (label: string): boolean => [...label].length + (label.match(/\p{Script=Han}/gu)?.length ?? 0) > 16;

const Framed = ({ problem, children }: { problem: string | null; children: ReactNode }) => (
  <div data-invalid={problem === null ? undefined : ''}>{children}</div>
);

type ChoicesProps = {
  label: ReactNode;
  hint?: string;
  problem: string | null;
  layout?: 'grid' | 'list' | 'chips';
  children: ReactNode;
};

function Choices({ label, hint, problem, layout = 'grid', children }: ChoicesProps) {
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-text`}
      className={questionClasses.question}
      data-invalid={problem === null ? undefined : ''}
    >
      <span id={`${id}-label`} className={questionClasses.questionLabel}>
        {label}
      </span>
      <span id={`${id}-text`} className={problem === null ? questionClasses.hint : questionClasses.problem}>
        {problem ?? hint}
      </span>
      <div className={questionClasses.choices} data-layout={layout}>
        {children}
      </div>
    </div>
  );
}

function Choice({ label, pressed, onPress }: { label: string; pressed: boolean; onPress: () => void }) {
  return (
    <button type="button" className={questionClasses.choice} aria-pressed={pressed} onClick={onPress}>
      {pressed && <IconCheck size={20} aria-hidden className={questionClasses.choiceSign} />}
      {label}
    </button>
  );
}
