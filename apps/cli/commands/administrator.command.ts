import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createPerson } from '@zenmeban/identity';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { Failure } from '../failure';
import { helpInstead } from '../help-instead';
import { READ_CONFIG, type ReadConfig } from '../read-config';
import { say } from '../say';
import { withDatabase } from '../with-database';

type Options = { email: string; name: string; language?: string; passwordFile?: string };

@SubCommand({ name: 'create', description: 'Create somebody who may do everything at every site' })
export class CreateAdministratorCommand extends CommandRunner {
  constructor(@Inject(READ_CONFIG) private readonly config: ReadConfig) {
    super();
  }

  async run(_words: string[], options: Options): Promise<void> {
    const { name, email, language = 'zh', passwordFile } = options;
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new Failure(`${email} is not a whole e-mail address.`);
    if (name.trim() === '') throw new Failure('The name is empty.');
    if (language !== 'zh' && language !== 'en') throw new Failure('The language is zh or en.');
    const given = passwordFile === undefined ? undefined : await readPassword(passwordFile);
    const password = given ?? generatedPassword();
    await withDatabase(this.config().databaseUrl, (source) =>
      source.transaction((tx) =>
        createPerson(tx, {
          name: name.trim(),
          email,
          language,
          password,
          grants: [{ role: 'administrator', siteId: null }],
        }),
      ),
    );
    say(`${email.toLowerCase()} is an administrator.`);
    if (given === undefined) say(`Password, shown this once: ${password}`);
  }

  @Option({ flags: '--email <address>', description: 'to sign in with', required: true })
  email(value: string): string {
    return value;
  }

  @Option({ flags: '--name <name>', description: 'as others see it', required: true })
  personName(value: string): string {
    return value;
  }

  @Option({ flags: '--language <zh|en>', description: 'of mail and screen (zh)' })
  language(value: string): string {
    return value;
  }

  @Option({ flags: '--password-file <file>', description: 'first line of this file, - for standard input' })
  passwordFile(value: string): string {
    return value;
  }
}

@Command({ name: 'administrator', description: 'Administrators', subCommands: [CreateAdministratorCommand] })
export class AdministratorCommand extends CommandRunner {
  run(): Promise<void> {
    return helpInstead(this.command);
  }
}

async function readPassword(file: string): Promise<string> {
  try {
    const text = file === '-' ? await standardInput() : await readFile(file, 'utf8');
    return text.split(/\r?\n/, 1)[0] ?? '';
  } catch {
    throw new Failure(`The password file ${file} cannot be read.`);
  }
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

/** 20 characters without those that look alike: about 100 bits. */
function generatedPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const pick = () => letters[randomInt(letters.length)] ?? 'x';
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, pick).join('')).join('-');
}
