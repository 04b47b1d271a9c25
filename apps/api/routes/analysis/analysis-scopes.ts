import { type AnalysisScope, dayCount, type Days, notTold } from '@zenmeban/analysis';
import type { Site } from '@zenmeban/database';
import { type Actor, can, DomainError, type FieldProblem, posts, severities } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type analysis, common } from '../../contract';
import { denied } from '../allowed';
import { unknownSite, UsualSite } from '../usual-site';

/** Five years and the leap days in them. */
const mostDays = 5 * 365 + 2;

/** No product was used before; and a year before must still be a year. */
const firstDay = '2000-01-01';

type Query = Pick<
  z.infer<typeof analysis.complaintQuery>,
  'from' | 'to' | 'site' | 'post' | 'place' | 'playbook' | 'category' | 'cause' | 'channel' | 'severity'
>;

/** Which complaints a request means, among those whose analysis the person may see. */
@Injectable()
export class AnalysisScopes {
  constructor(private readonly usualSite: UsualSite) {}

  /** Throws `validation.failed` with every problem, `site.unknown`, `permission.denied`. */
  async of(actor: Actor, query: Query): Promise<{ scope: AnalysisScope; period: Days }> {
    const { from, to } = query;
    refuse([
      ...periodProblems({ from, to }),
      ...among('post', listOf(query.post), posts),
      ...among('severity', listOf(query.severity), severities),
      ...placeProblems(listOf(query.place)),
    ]);
    const scope = {
      sites: await this.sites(actor, listOf(query.site)),
      ...{ posts: listOf(query.post), places: listOf(query.place), playbooks: listOf(query.playbook) },
      ...{ categories: listOf(query.category), causes: listOf(query.cause), channels: listOf(query.channel) },
      severities: listOf(query.severity),
    };
    return { scope, period: { from, to } };
  }

  private async sites(actor: Actor, named: readonly string[] | null): Promise<Site[]> {
    const visible = await this.usualSite.visible(actor);
    const byName = new Map(visible.flatMap((site) => [[site.id, site] as const, [site.code, site] as const]));
    const wanted =
      named === null ? visible : named.map((name) => known(byName.get(name.toLowerCase()) ?? byName.get(name)));
    const readable = [...new Set(wanted)].filter(({ id }) => can(actor, 'analysis.see', { siteId: id }));
    if (readable.length === 0 || (named !== null && readable.length < new Set(wanted).size)) throw denied();
    return readable;
  }
}

/** A list of the address; null when it was not given. */
export function listOf(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  return [...new Set(text.split(',').map((one) => one.trim()))].filter((one) => one !== '');
}

/** Days of the address. Throws `validation.failed` for what is none. */
export function daysOf(path: string, text: string | undefined): string[] {
  const days = listOf(text) ?? [];
  refuse(
    days.some((one) => !/^\d{4}-\d\d-\d\d$/.test(one) || Number.isNaN(Date.parse(one)))
      ? [problem(path, 'wrong_form', '须为用逗号分隔的日期。', 'These must be days, separated by commas.')]
      : [],
  );
  return days;
}

function known(site: Site | undefined): Site {
  if (!site) throw unknownSite();
  return site;
}

function periodProblems({ from, to }: Days): FieldProblem[] {
  return [
    ...(from < firstDay
      ? [problem('from', 'out_of_range', `不能早于 ${firstDay}。`, `This may not be before ${firstDay}.`)]
      : []),
    ...(to < from
      ? [problem('to', 'before_first', '结束日期不能早于开始日期。', 'The last day may not be before the first.')]
      : []),
    ...(dayCount({ from, to }) > mostDays ? [problem('to', 'out_of_range', '最多五年。', 'At most five years.')] : []),
  ];
}

function among(path: string, asked: readonly string[] | null, options: readonly string[]): FieldProblem[] {
  const all = [...options, notTold].join(', ');
  return (asked ?? []).some((one) => one !== notTold && !options.includes(one))
    ? [problem(path, 'not_an_option', `只能是：${all}。`, `It must be one of: ${all}.`)]
    : [];
}

function placeProblems(asked: readonly string[] | null): FieldProblem[] {
  return (asked ?? []).some((one) => one !== notTold && !common.id.safeParse(one).success)
    ? [problem('place', 'wrong_form', '须为位置的编号。', 'These must be ids of places.')]
    : [];
}

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({
  path,
  code,
  message: { zh, en },
});

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return;
  const sentence = {
    zh: '有内容需要更正，请看各项说明。',
    en: 'Some fields need correcting; see each of them.',
  };
  throw new DomainError('invalid', 'validation.failed', sentence, problems);
}
