/** A button that acts: while it does it says `busy`, and no button of the card can be pressed. */
export type Act = { button: string; busy: string; act: () => Promise<void> };

/** A line of the card: plain text, a warning, a title with its severity, how it stands, a link, the big button, a group of small ones, or a list. */
export type Part =
  | string
  | { warning: string }
  | { strong: string; tag: string; level: string }
  | { standing: string; waits: boolean; link: string; href: string }
  | { link: string; href: string }
  | Act
  | { group: string; folded: boolean; acts: readonly Act[] }
  | { items: readonly (readonly Part[])[] };

/** Shows one card in place of whatever was there. Texts go in as text, never as HTML. */
export function card(tone: 'call' | 'good' | 'bad' | 'calm', heading: string, parts: readonly Part[]): void {
  const main = document.getElementById('ack');
  if (!main) return;
  const box = element('section', '', 'card');
  box.dataset['tone'] = tone;
  box.append(element('h1', heading), ...parts.map((part) => shown(part, box)));
  main.replaceChildren(box);
  document.title = heading;
}

function shown(part: Part, box: HTMLElement): HTMLElement {
  if (typeof part === 'string') return element('p', part);
  if ('warning' in part) {
    const line = element('p', part.warning, 'warning');
    line.role = 'alert';
    return line;
  }
  if ('strong' in part) {
    const line = element('p', part.strong, 'what');
    const tag = element('span', part.tag, 'tag');
    tag.dataset['level'] = part.level;
    line.append(tag);
    return line;
  }
  if ('standing' in part) {
    const line = element('p', part.standing, 'standing');
    line.dataset['waits'] = String(part.waits);
    line.append(linked(part));
    return line;
  }
  if ('link' in part) return linked(part);
  if ('items' in part) {
    const list = element('ul', '');
    list.append(...part.items.map((lines) => item(lines, box)));
    return list;
  }
  return 'group' in part ? grouped(part, box) : acting(part, box, 'big');
}

function item(lines: readonly Part[], box: HTMLElement): HTMLElement {
  const one = element('li', '');
  one.append(...lines.map((line) => shown(line, box)));
  return one;
}

function linked({ link: text, href }: { link: string; href: string }): HTMLElement {
  const link = element('a', text);
  link.href = /^https?:|^\//.test(href) ? href : '/';
  return link;
}

function grouped({ group, folded, acts }: Extract<Part, { group: string }>, box: HTMLElement): HTMLElement {
  const buttons = element('div', '', 'buttons');
  buttons.append(...acts.map((act) => acting(act, box, 'small')));
  const whole = element(folded ? 'details' : 'div', '', 'group');
  whole.append(element(folded ? 'summary' : 'p', group), buttons);
  return whole;
}

function acting({ button: text, busy, act }: Act, box: HTMLElement, size: string): HTMLElement {
  const button = element('button', text, size);
  button.type = 'button';
  button.addEventListener('click', () => {
    for (const one of box.querySelectorAll('button')) one.disabled = true;
    button.textContent = busy;
    void act();
  });
  return button;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: string,
  className = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
