import type { Answer, Localized, Question } from '@zenmeban/domain/engine';
import type { TFunction } from 'i18next';

/** How answers are said: the texts, the language, times as the site reads them. */
export type AnswerSpeaker = { t: TFunction; say: (text: Localized) => string; time: (iso: string) => string };

/** An answer in words: the labels of its options, yes or no, a number with its unit. */
export function answerWords(question: Question | undefined, answer: Answer, { t, say, time }: AnswerSpeaker): string {
  if (typeof answer === 'boolean') return answer ? t('incident.yes') : t('incident.no');
  const label = (id: string | number) => {
    const option = question && 'options' in question ? question.options.find((one) => one.id === id) : undefined;
    return option ? say(option.label) : String(id);
  };
  if (typeof answer === 'object') return answer.map(label).join(t('app.comma'));
  if (question?.type === 'date-time') return time(String(answer));
  const unit = question?.type === 'number' && question.unit ? ` ${say(question.unit)}` : '';
  return label(answer) + unit;
}
