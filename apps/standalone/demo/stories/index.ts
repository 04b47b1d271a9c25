import { complaints } from './complaints';
import { falls } from './falls';
import { gifts } from './gifts';
import { spills } from './spills';
import type { Story } from './story';

export type { Case, Saying, Story } from './story';

export const stories: readonly Story[] = [falls, spills, gifts, complaints];

/** What supervisors write when they have taken an incident on. */
export const comments: readonly string[] = [
  '收到，我五分钟内到。',
  '我已在现场。',
  '收到，先安抚客户，我马上过来。',
  '已与客户沟通，请继续按步骤处理。',
  '知道了，请保洁先到现场。',
];
