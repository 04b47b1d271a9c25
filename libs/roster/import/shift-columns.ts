import { type Post, postNames, posts } from '@zenmeban/domain/engine';
import type { Columns } from '@zenmeban/spreadsheet';

/** The columns of a table of shifts. */
export type ShiftField = 'site' | 'person' | 'post' | 'date' | 'start' | 'end';

/** With the headers a file may use for them, Chinese or English; the first two are what a template says. */
export const shiftColumns: Columns<ShiftField> = {
  site: { headers: ['site', 'site code', '案场', '案场代码'], needed: true },
  person: { headers: ['person', 'email', 'e-mail', '人员', '邮箱', '人员邮箱', '姓名'], needed: true },
  post: { headers: ['post', '岗位'], needed: true },
  date: { headers: ['date', '日期'], needed: true },
  start: { headers: ['start', 'from', 'starts', '开始', '上班', '开始时间', '上班时间'], needed: true },
  end: { headers: ['end', 'to', 'until', 'ends', '结束', '下班', '结束时间', '下班时间'], needed: true },
};

/** What posts are called elsewhere in the trade, besides their names here. */
const otherNames: Readonly<Record<string, Post>> = {
  前台: 'reception',
  吧台: 'bar',
  样板间: 'show-flat',
  保安: 'security',
  安保: 'security',
  秩序: 'security',
  维修: 'facilities',
  品质: 'quality',
};

/** The post a word of a file means, in Chinese or English; undefined when it means none. */
export function postOf(text: string): Post | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  const isNamed = (post: Post) => [post, postNames[post].zh, postNames[post].en.toLowerCase()].includes(word);
  return posts.find(isNamed) ?? otherNames[word];
}
