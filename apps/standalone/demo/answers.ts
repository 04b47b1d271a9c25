import type { Answer, Answers, Question } from '@zenmeban/domain/engine';
import { type Dice, seconds } from './dice';
import { type Story, surnames } from './stories';

/** What somebody in this story would answer to these questions; legal by construction, checked again by the domain. */
export function answersFor(ask: Readonly<Record<string, Question>>, story: Story, at: Date, dice: Dice): Answers {
  const given = Object.entries(ask).flatMap(([field, question]): [string, Answer][] => {
    if (question.optional && dice.chance(0.4)) return [];
    return [[field, answerTo(field, question, story, at, dice)]];
  });
  return Object.fromEntries(given);
}

function answerTo(field: string, question: Question, story: Story, at: Date, dice: Dice): Answer {
  switch (question.type) {
    case 'one-of':
      return option(question, story, dice);
    case 'many-of':
      return [option(question, story, dice)];
    case 'yes-no':
      return dice.chance(0.3);
    case 'number':
      return likelyNumber(question.min, question.max, dice);
    case 'date-time':
      return seconds(at, dice.between(20, 40) * 3_600).toISOString();
    case 'text':
      return textFor(field, story, dice);
  }
}

/** The story's usual option four times in five, where there is one. */
function option(question: { options: readonly { id: string }[] }, story: Story, dice: Dice): string {
  const usual = question.options.filter(({ id }) => story.usual.includes(id));
  return dice.pick(usual.length > 0 && dice.chance(0.8) ? usual : question.options).id;
}

/** Small numbers are the usual ones; whole ones always. */
function likelyNumber(min: number, max: number, dice: Dice): number {
  const least = Math.ceil(min);
  return dice.between(least, Math.max(least, Math.floor(Math.min(max, least + 5))));
}

function textFor(field: string, story: Story, dice: Dice): string {
  if (/phone|mobile|contact|tel/.test(field)) return `139000${String(dice.between(0, 99_999)).padStart(5, '0')}`;
  if (/name|customer|guest|visitor|giver|from|who/.test(field))
    return `${dice.pick(surnames)}${dice.pick(['先生', '女士'])}`;
  return dice.pick(story.details);
}
