import { grams } from './grams';

const hanRun = /\p{Script=Han}+/gu;
const particle = /[了的吗呢吧啊呀哎哦嘛呗]/g;

/** Words of a question that say nothing about its subject; what stands on either side of one does not belong together. */
const filler =
  /怎么办|怎么样|怎么|咋办|咋|什么|啥|如何|请问|一下|一个|一直|有人|有个|有点|突然|这个|那个|我们|[我你他她跟和与被把给在是有就也很太真要想说对都个该了的吗呢吧啊呀哎哦嘛呗]/g;

/** The runs of characters of a question without its filler; with it, where nothing else is left. */
export function askedRuns(plain: string): readonly string[] {
  const runs = plain.match(hanRun) ?? [];
  const asked = runs.flatMap((run) => run.split(filler)).filter(Boolean);
  return asked.length > 0 ? asked : runs;
}

/** Every character of a text and every two neighbours, without particles. */
export const hanziTokens = (plain: string): string[] =>
  bareRuns(plain).flatMap((run) => [...run, ...grams([...run], 2)].map(hanziToken));

/** All characters of a text but particles, as one. */
export function wholeChinese(plain: string): string {
  const all = bareRuns(plain).join('');
  return all && hanziToken(all);
}

const bareRuns = (plain: string): readonly string[] => plain.replace(particle, '').match(hanRun) ?? [];

/**
 * Characters as MiniSearch keeps them. It looks at all children of a node of its tree in turn; one of 36 signs in front
 * spares its root a thousand of them, and makes the index three times faster to build.
 */
export const hanziToken = (characters: string): string =>
  `${(characters.charCodeAt(0) % 36).toString(36)}${characters}`;
