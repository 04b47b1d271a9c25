import type { Localized } from '@zenmeban/domain/engine';
import type { SiteExposure } from '../visitors/exposure';

/** What a reader must know before believing the figures. */
export type Caveat = {
  readonly code:
    'not_begun' | 'no_complaints' | 'few_complaints' | 'visitors_unknown' | 'visitors_zero' | 'visitors_estimated';
  readonly sentence: Localized;
};

/**
 * Of fewer complaints, compared with an equally long time without any, luck alone would explain it (2 · ½ⁿ > 0.05 up to
 * n = 5): no comparison can tell anything.
 */
const fewestThatTell = 6;

/** What has to be said about a period. @param complaints null = it has not begun @param exposures of it, one of each site */
export function caveatsOf(complaints: number | null, exposures: readonly SiteExposure[]): Caveat[] {
  if (complaints === null)
    return [
      caveat('not_begun', '这段时间还没有开始，没有数据。', 'This period has not begun yet; there are no figures.'),
    ];
  return [...countCaveats(complaints), ...visitorCaveats(exposures)];
}

function countCaveats(complaints: number): Caveat[] {
  if (complaints === 0)
    return [caveat('no_complaints', '这段时间没有投诉。', 'There were no complaints in this period.')];
  if (complaints >= fewestThatTell) return [];
  return [
    caveat(
      'few_complaints',
      `只有 ${complaints} 起投诉，太少，看不出规律，也分不清变化是不是偶然。`,
      `Only ${complaints} ${complaints === 1 ? 'complaint' : 'complaints'}: too few to tell a pattern, or a change from chance.`,
    ),
  ];
}

function visitorCaveats(exposures: readonly SiteExposure[]): Caveat[] {
  const all = exposures.length;
  const zero = exposures.filter(({ why }) => why === 'no_visitors').length;
  const unknown = exposures.filter(({ exposure }) => exposure === null).length - zero;
  const estimated = exposures.filter(({ isEstimated }) => isEstimated).length;
  return [
    caveat(
      'visitors_unknown',
      `${unknown} 个案场（共 ${all} 个）的客流不全，不能单独按每千人次比较。`,
      `Too few days with visitors are known at ${unknown} of ${all} sites to tell their complaints per 1,000.`,
    ),
    caveat(
      'visitors_zero',
      `${zero} 个案场（共 ${all} 个）登记的客流为零，请核对。`,
      `By the figures nobody came to ${zero} of ${all} sites; please check them.`,
    ),
    caveat(
      'visitors_estimated',
      `${estimated} 个案场（共 ${all} 个）缺少部分日期的客流，已按其余日期推算。`,
      `Some days without visitors at ${estimated} of ${all} sites were estimated from the others.`,
    ),
  ].filter((_, at) => [unknown, zero, estimated][at] !== 0);
}

const caveat = (code: Caveat['code'], zh: string, en: string): Caveat => ({ code, sentence: { zh, en } });
