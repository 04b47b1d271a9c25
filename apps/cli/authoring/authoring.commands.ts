import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  comparePlaybooks,
  coverage,
  findProblems,
  playbookJsonSchema,
  problemInOneLine,
  walkInWords,
} from '@zenmeban/domain/check';
import type { Language } from '@zenmeban/domain/engine';
import { Command, CommandRunner, Option } from 'nest-commander';
import { Failure } from '../failure';
import { say } from '../say';
import { drawPlaybook } from './draw';
import { filesOf, playbookAt, playbookOf } from './handbook-files';

const usualFolder = 'playbooks';

/** Commands that tell in one of the two languages. */
abstract class InALanguage extends CommandRunner {
  @Option({ flags: '-l, --language <language>', description: 'zh or en', defaultValue: 'en' })
  language(value: string): Language {
    if (value !== 'zh' && value !== 'en') throw new Failure('--language is zh or en.');
    return value;
  }
}

@Command({ name: 'check', arguments: '[folder]', description: 'Check all playbook files; every problem at once' })
export class CheckCommand extends InALanguage {
  async run([folder = usualFolder]: string[], { language = 'en' }: { language?: Language } = {}): Promise<void> {
    const { handbook, problems } = findProblems(await filesOf(folder));
    if (!handbook) {
      const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
      throw new Failure([...problems.map((one) => problemInOneLine(one, language)), `${count} to correct.`].join('\n'));
    }
    const { playbooks, policies, registers, lists } = handbook;
    say(
      `${playbooks.length} playbooks, ${policies.length} policies, ${registers.length} registers, ${lists.size} lists: all in order.`,
    );
  }
}

@Command({ name: 'walk', arguments: '<file>', description: 'Print all ways through a playbook as a tree' })
export class WalkCommand extends InALanguage {
  async run([file = '']: string[], { language = 'en' }: { language?: Language }): Promise<void> {
    say(walkInWords(await playbookOf(file), language).trimEnd());
  }
}

@Command({
  name: 'diff',
  arguments: '<file> [other]',
  description: 'Say in words what changed: between two files, or since a git revision (HEAD)',
})
export class DiffCommand extends InALanguage {
  async run(
    [file = '', other]: string[],
    { language = 'en', since = 'HEAD' }: { language?: Language; since?: string },
  ): Promise<void> {
    const [before, after] =
      other === undefined
        ? [await playbookAt(file, since), await playbookOf(file)]
        : [await playbookOf(file), await playbookOf(other)];
    const changes = comparePlaybooks(before, after);
    for (const change of changes) say(change[language]);
    if (changes.length === 0) say(language === 'zh' ? '内容没有变化。' : 'Nothing that people see or follow changed.');
  }

  @Option({ flags: '--since <revision>', description: 'the git revision to compare with', defaultValue: 'HEAD' })
  since(value: string): string {
    return value;
  }
}

@Command({ name: 'draw', arguments: '<file>', description: 'Draw a playbook as a flow chart (SVG)' })
export class DrawCommand extends InALanguage {
  async run([file = '']: string[], { language = 'en', out }: { language?: Language; out?: string }): Promise<void> {
    const svg = drawPlaybook(await playbookOf(file), language);
    if (out === undefined) say(svg.trimEnd());
    else await write(out, svg);
  }

  @Option({ flags: '-o, --out <file>', description: 'where to write it; default: standard output' })
  out(value: string): string {
    return value;
  }
}

@Command({
  name: 'coverage',
  arguments: '[folder]',
  description: 'Check that every fact of the handbook stands somewhere; write COVERAGE.md',
})
export class CoverageCommand extends CommandRunner {
  async run([folder = usualFolder]: string[]): Promise<void> {
    const { handbook, problems } = findProblems(await filesOf(folder));
    if (!handbook) throw new Failure(problems.map((one) => problemInOneLine(one)).join('\n'));
    const facts = join(folder, 'handbook', 'facts.yaml');
    const source = await readFile(facts, 'utf8').catch(() => {
      throw new Failure(`${facts} cannot be read: it lists the facts to be covered.`);
    });
    const covered = coverage(source, 'handbook/facts.yaml', handbook);
    if (covered.problems.length > 0) throw new Failure(covered.problems.map((one) => problemInOneLine(one)).join('\n'));
    await write(join(folder, 'COVERAGE.md'), covered.table);
  }
}

@Command({
  name: 'schema',
  arguments: '[folder]',
  description: 'Write playbook.schema.json, which editors complete by',
})
export class SchemaCommand extends CommandRunner {
  async run([folder = usualFolder]: string[]): Promise<void> {
    await write(join(folder, 'playbook.schema.json'), `${JSON.stringify(playbookJsonSchema(), null, 2)}\n`);
  }
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch(() => {
    throw new Failure(`${path} cannot be written. Check the path.`);
  });
  say(`${path} written.`);
}
