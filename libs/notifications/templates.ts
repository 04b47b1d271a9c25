import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '@zenmeban/domain/engine';
import Handlebars from 'handlebars';
import { type MailVariables, type TemplateName, templateNames } from './mail-variables';

/** A rendered mail. */
export type MailContent = { readonly subject: string; readonly text: string; readonly html: string };

/** Mail that tells of several notices is not a notice itself. */
export type RenderedName = TemplateName | 'several-calls';

type Render = (variables: MailVariables) => string;
type Part = 'html' | 'text';

const folder = new URL('./templates/', import.meta.url);

/** A missing variable throws; only built-in helpers exist; only own properties are read (Handlebars' default). */
const strict = { strict: true, knownHelpersOnly: true };

/**
 * The mail templates, read and compiled once. `<name>.<language>.html.hbs` is the HTML part; `<name>.<language>.text.hbs`
 * the plain one, whose first line is the subject. Files without a language or named `facts` are shared partials.
 */
export class Templates {
  private readonly renders = new Map<string, Render>();

  constructor() {
    const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
    for (const language of languages) for (const part of ['html', 'text'] as const) this.load(files, language, part);
  }

  /** @throws when a template asks for a variable that is not there */
  render(template: RenderedName, language: Language, variables: MailVariables): MailContent {
    const [subject, ...body] = this.find(template, language, 'text')(variables).split('\n');
    return {
      subject: subject ?? '',
      text: `${body.join('\n').trim()}\n`,
      html: this.find(template, language, 'html')(variables),
    };
  }

  private load(files: readonly string[], language: Language, part: Part): void {
    /* An instance of its own per language and part: each knows only its own partials, nobody else's helpers. */
    const handlebars = Handlebars.create();
    const options = { ...strict, noEscape: part === 'text' };
    for (const file of files) {
      const [name = '', ...rest] = file.replace(/\.hbs$/, '').split('.');
      if (rest.at(-1) !== part || (rest.length === 2 && rest[0] !== language)) continue;
      const source = readFileSync(new URL(file, folder), 'utf8');
      handlebars.parse(source);
      const compiled = handlebars.compile<MailVariables>(source, options);
      if (name === 'several-calls' || templateNames.some((known) => known === name))
        this.renders.set(`${name}.${language}.${part}`, compiled);
      else handlebars.registerPartial(name, compiled);
    }
  }

  private find(template: RenderedName, language: Language, part: Part): Render {
    const render = this.renders.get(`${template}.${language}.${part}`);
    if (!render) throw new Error(`no ${part} template named ${template} in ${language}`);
    return render;
  }
}
