/** A line of the card: plain text, a title with its severity, a link, or the button that acts. */
export type Part =
  | string
  | { strong: string; tag: string; level: string }
  | { link: string; href: string }
  | { button: string; busy: string; act: () => Promise<void> };

/** Shows one card in place of whatever was there. Texts go in as text, never as HTML. */
export function card(tone: 'call' | 'good' | 'bad' | 'calm', heading: string, parts: readonly Part[]): void {
  const main = document.getElementById('ack');
  if (!main) return;
  const box = element('section', '', 'card');
  box.dataset['tone'] = tone;
  box.append(element('h1', heading), ...parts.map(shown));
  main.replaceChildren(box);
  document.title = heading;
}

function shown(part: Part): HTMLElement {
  if (typeof part === 'string') return element('p', part);
  if ('strong' in part) {
    const line = element('p', part.strong, 'what');
    const tag = element('span', part.tag, 'tag');
    tag.dataset['level'] = part.level;
    line.append(tag);
    return line;
  }
  if ('link' in part) {
    const link = document.createElement('a');
    link.textContent = part.link;
    link.href = /^https?:|^\//.test(part.href) ? part.href : '/';
    return link;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = part.button;
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = part.busy;
    void part.act();
  });
  return button;
}

function element(tag: 'section' | 'h1' | 'p' | 'span', text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
