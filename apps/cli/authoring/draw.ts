import { graphlib, layout } from '@dagrejs/dagre';
import { formatDuration } from '@zenmeban/domain/check';
import {
  conditionInWords,
  type Language,
  type Playbook,
  postNamesIn,
  questionsOf,
  type Step,
} from '@zenmeban/domain/engine';

/** One line of text in a box. */
type Line = { readonly text: string; readonly style: 'title' | 'condition' | 'note' };
type Box = { readonly step: Step; readonly lines: readonly Line[]; readonly width: number; readonly height: number };

const fontSize = { title: 15, condition: 12, note: 12 } as const;
const lineHeight = 20;
const padding = 12;
const margin = 24;
const header = 64;
const widestLine = 260;

/**
 * A playbook as a flow chart (SVG text): a box a step, with its condition above its title and its deadline, post and
 * call below; an arrow from each step it waits for. Dashed: may be skipped. Needs no fonts but the reader's own.
 */
export function drawPlaybook(playbook: Playbook, language: Language): string {
  const boxes = playbook.steps.map((step) => boxOf(step, playbook, language));
  const { width, height, placeOf, arrows } = arrange(boxes);
  const title = `${playbook.number} ${playbook.title[language]}`;
  const wide = Math.max(width, widthOf(title, 20) + 2 * margin, widthOf(playbook.summary[language], 13) + 2 * margin);
  const shift = (wide - width) / 2;
  const drawn = boxes.map((box) => drawBox(box, placeOf(box)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(wide)} ${round(height + header)}" width="${round(wide)}" height="${round(height + header)}" role="img" aria-label="${escape(title)}" font-family="system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif">
<style>${style}</style>
<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 1 10 5 0 9z"/></marker></defs>
<rect class="paper" width="100%" height="100%"/>
<text class="head" x="${margin}" y="36">${escape(title)}</text>
<text class="note" x="${margin}" y="56">${escape(playbook.summary[language])}</text>
<g transform="translate(${round(shift)} ${header})">
${[...arrows.map(arrow), ...drawn].join('\n')}
</g>
</svg>
`;
}

type Point = { readonly x: number; readonly y: number };

type Arranged = {
  readonly width: number;
  readonly height: number;
  /** The middle of a box. */
  readonly placeOf: (box: Box) => Point;
  /** The points of each arrow, from its box to the next. */
  readonly arrows: readonly (readonly Point[])[];
};

/** Where everything goes. The layout's own types say little, hence what is known of its answers is said here. */
function arrange(boxes: readonly Box[]): Arranged {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 44, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { step, width, height } of boxes) graph.setNode(step.id, { width, height });
  for (const { step } of boxes) for (const id of step.after) graph.setEdge(id, step.id);
  layout(graph);
  const { width, height } = graph.graph() as { width: number; height: number };
  return {
    width,
    height,
    placeOf: ({ step }) => graph.node(step.id) as Point,
    arrows: graph.edges().map((edge) => (graph.edge(edge) as { points: Point[] }).points),
  };
}

function boxOf(step: Step, playbook: Playbook, language: Language): Box {
  const lines: Line[] = [
    ...(step.when ? wrap(conditionInWords(step.when, questionsOf(playbook), language), 'condition') : []),
    ...wrap(step.title[language], 'title'),
    ...wrap(notesOf(step, language).join(' · '), 'note'),
  ];
  const widest = Math.max(...lines.map(({ text, style }) => widthOf(text, fontSize[style])));
  return {
    step,
    lines,
    width: Math.max(120, widest + 2 * padding),
    height: lines.length * lineHeight + 2 * padding - 4,
  };
}

function notesOf(step: Step, language: Language): string[] {
  const words = wording[language];
  return [
    ...(step.withinSeconds === undefined || step.by !== undefined ? [] : [words.within(step.withinSeconds)]),
    ...(step.by === undefined ? [] : [words.promised]),
    ...(step.owner ? [words.posts[step.owner]] : []),
    ...(step.escalate ? [`${words.calls} ${step.escalate.policy}`] : []),
    ...(step.visibleTo ? [words.confidential] : []),
    ...(step.caresFor ? [words.cares] : []),
  ];
}

function drawBox({ step, lines, width, height }: Box, { x, y }: Point): string {
  const top = y - height / 2;
  const texts = lines.map(
    ({ text, style }, index) =>
      `<text class="${style}" x="${round(x)}" y="${round(top + padding + 12 + index * lineHeight)}">${escape(text)}</text>`,
  );
  const kind = ['box', step.required ? '' : 'optional', step.escalate ? 'calls' : '', step.caresFor ? 'cares' : ''];
  const rect = `<rect class="${kind.filter(Boolean).join(' ')}" x="${round(x - width / 2)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="10"/>`;
  return `<g>${rect}${texts.join('')}</g>`;
}

/** Through the points the layout found, with soft corners. */
function arrow(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const isEnd = index === rest.length - 2;
    const to = isEnd ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${round(point.x)} ${round(point.y)} ${round(to.x)} ${round(to.y)}`;
  });
  const line = bends.length > 0 ? bends.join(' ') : `L${round(last.x)} ${round(last.y)}`;
  return `<path class="arrow" d="M${round(first.x)} ${round(first.y)} ${line}" marker-end="url(#tip)"/>`;
}

/** A Chinese character or a word, with the closing signs that may not begin a line. */
const unbreakable = /(?:“?[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*|\s+)[”，。、；：！？）]*/gu;

/** Breaks a text where a line gets too long: at spaces, and anywhere between Chinese characters. */
function wrap(text: string, style: Line['style']): Line[] {
  if (text === '') return [];
  const lines = [''];
  for (const word of text.match(unbreakable) ?? []) {
    const line = (lines.at(-1) ?? '') + word;
    if (widthOf(line, fontSize[style]) > widestLine && lines.at(-1) !== '') lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => ({ text: line.trim(), style }));
}

/** About how wide a text is: Chinese characters are as wide as high, others, in bold, not two thirds of it. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2E80-\uFFEF“”]/u.test(letter) ? size : size * 0.62), 0);

const round = (value: number): number => Math.round(value * 10) / 10;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = [
  '.paper{fill:#fff}.head{font-size:20px;font-weight:700;fill:#1a1b1e}',
  '.box{fill:#f4faf6;stroke:#2b8a3e;stroke-width:1.6}.optional{stroke-dasharray:5 4}',
  '.calls{fill:#fff5f5;stroke:#c92a2a}.cares{fill:#f3f0ff;stroke:#5f3dc4}',
  'text.title,text.condition,g text.note{text-anchor:middle}',
  '.title{font-size:15px;font-weight:600;fill:#1a1b1e}.condition{font-size:12px;fill:#5c5f66}',
  '.note{font-size:12px;fill:#5c5f66}.arrow{fill:none;stroke:#868e96;stroke-width:1.4}.tip{fill:#868e96}',
].join('');

const wording = {
  zh: {
    within: (seconds: number) => `${formatDuration(seconds, 'zh')}内`,
    promised: '按约定时间',
    calls: '呼叫',
    confidential: '限主管以上',
    cares: '照顾同事',
    posts: postNamesIn('zh'),
  },
  en: {
    within: (seconds: number) => `within ${formatDuration(seconds)}`,
    promised: 'at the promised time',
    calls: 'calls',
    confidential: 'supervisors only',
    cares: 'care for a colleague',
    posts: postNamesIn('en'),
  },
} as const;
