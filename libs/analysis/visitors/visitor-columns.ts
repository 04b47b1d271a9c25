import type { Columns } from '@zenmeban/spreadsheet';

/** The columns of a table of visitors; without `site` all rows are of the site it is imported for. */
export type VisitorField = 'site' | 'day' | 'visitors';

/** The headers a file may use for them. */
export const visitorColumns: Columns<VisitorField> = {
  site: { headers: ['site', 'site code', '案场', '案场代码'], needed: false },
  day: { headers: ['day', 'date', '日期'], needed: true },
  visitors: {
    headers: [
      'visitors',
      'visits',
      'count',
      'footfall',
      '来访人数',
      '来访',
      '人数',
      '客流',
      '客流量',
      '到访人数',
      '来访量',
    ],
    needed: true,
    isNumber: true,
  },
};
