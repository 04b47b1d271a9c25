import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  CheckCommand,
  CoverageCommand,
  DiffCommand,
  DrawCommand,
  SchemaCommand,
  WalkCommand,
} from './authoring.commands';

const handbook = resolve('playbooks');

describe('npm run playbooks', () => {
  let folder: string;
  let said: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zenmeban-authoring-'));
    cpSync(handbook, folder, { recursive: true });
    said = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  const gift = () => join(folder, '19-gift.yaml');
  const change = (from: string, to: string) => {
    const source = readFileSync(gift(), 'utf8');
    expect(source).toContain(from);
    writeFileSync(gift(), source.replace(from, to));
  };

  it('check: says what is in order', async () => {
    await new CheckCommand().run([folder]);
    expect(said).toMatch(/^23 playbooks, .*: all in order\.\n$/);
  });

  it('check: names every problem with file, line, column and what was probably meant', async () => {
    change('when: { pressed: yes }', 'when: { presed: yes }');
    change('icon: gift', 'icn: gift');
    const failure = await new CheckCommand().run([folder]).catch((error: unknown) => String(error));
    expect(failure).toMatch(/19-gift\.yaml:8:1 icn: There is no field "icn".* Did you mean "icon"\?\n/);
    expect(failure).toMatch(
      /19-gift\.yaml:\d+:\d+ steps\[1\]\.when\.presed: There is no question "presed".* Did you mean "pressed"\?\n/,
    );
    expect(failure).toMatch(/3 problems to correct\.$/);
  });

  it('check: says what to do about a folder without playbooks', async () => {
    await expect(new CheckCommand().run([join(folder, 'nowhere')])).rejects.toThrow('Name a folder of playbooks.');
    await expect(new CheckCommand().run([join(folder, 'handbook', '..', '..')])).rejects.toThrow('Name a folder');
  });

  it('walk: tells the ways in either language', async () => {
    await new WalkCommand().run([gift()], { language: 'zh' });
    expect(said).toContain('→ 送的是什么？');
    await new WalkCommand().run([gift()], {});
    expect(said).toContain('→ What was offered?');
  });

  it('diff: says in words what changed between two files', async () => {
    const before = join(folder, 'before.yaml');
    cpSync(gift(), before);
    change('within: 10m', 'within: 2m');
    await new DiffCommand().run([before, gift()], {});
    expect(said).toBe('Step “Decline politely”: The time changed from “10m” to “2m”.\n');
  });

  it('diff: says in words what changed since a revision of git', async () => {
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...words], { cwd: folder });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'Begin');
    await new DiffCommand().run([gift()], {});
    expect(said).toBe('Nothing that people see or follow changed.\n');
    change('within: 10m', 'within: 2m');
    await new DiffCommand().run([gift()], { language: 'zh' });
    expect(said).toContain('步骤“婉言谢绝”：时限由“10分钟”改为“2分钟”。');
    await expect(new DiffCommand().run([gift()], { since: 'no-such' })).rejects.toThrow('git has no');
  });

  it('walk: says so when the file is no playbook', async () => {
    await expect(new WalkCommand().run([join(folder, 'policies.yaml')], {})).rejects.toThrow('is what playbooks share');
    await expect(new WalkCommand().run([join(folder, 'no.yaml')], {})).rejects.toThrow('cannot be read');
  });

  it('draw: has a box for each step and an arrow for each that it waits for', async () => {
    const out = join(folder, 'gift.svg');
    await new DrawCommand().run([gift()], { out, language: 'en' });
    const svg = readFileSync(out, 'utf8');
    const source = readFileSync(gift(), 'utf8');
    expect(svg.match(/<rect class="box/g)).toHaveLength(source.match(/^ {2}- id: /gm)?.length ?? 0);
    expect(svg.match(/class="arrow"/g)?.length).toBeGreaterThan(8);
    expect(svg).toContain('Decline politely');
  });

  it('draw: writes texts so that nothing in them can act', async () => {
    change('en: Decline politely', `en: '<script>"&'`);
    await new DrawCommand().run([gift()], {});
    expect(said).toContain('&lt;script&gt;&quot;&amp;');
    expect(said).not.toContain('<script>');
  });

  it('coverage and schema: write what the repository holds', async () => {
    await new CoverageCommand().run([folder]);
    await new SchemaCommand().run([folder]);
    for (const name of ['COVERAGE.md', 'playbook.schema.json']) {
      const written = readFileSync(join(folder, name), 'utf8');
      expect(written.replaceAll(/\s+/g, ' ')).toBe(readFileSync(join(handbook, name), 'utf8').replaceAll(/\s+/g, ' '));
    }
  });

  it('coverage: fails when a fact stands nowhere any more', async () => {
    change('先道谢，再婉拒', '先道谢');
    await expect(new CoverageCommand().run([folder])).rejects.toThrow(/facts\.yaml:\d+:\d+ .*does not stand in/);
  });
});
