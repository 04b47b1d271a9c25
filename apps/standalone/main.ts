import 'reflect-metadata';
import { ConfigError, readSettings, stopOnSignals } from '@zenmeban/config';
import { findProblems, problemInOneLine } from '@zenmeban/domain/check';
import { readFolder } from '@zenmeban/playbooks';
import { accountsIn } from './accounts';
import { CannotStart, codeOf } from './cannot-start';
import { freePort, whyNotListen } from './free-port';
import { greeting } from './greeting';
import { openServices } from './services';

/** What has been opened, to be closed in the opposite order. */
const opened: (() => Promise<unknown>)[] = [];
const tell = (line: string) => void process.stdout.write(`${line}\n`);

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

async function start(): Promise<void> {
  const free = process.env['PORT'] === '0' ? { PORT: String(await freePort()) } : {};
  const settings = readSettings({ ...process.env, ...free });
  refusePort(settings.host, settings.port, await whyNotListen(settings.port, settings.host));
  await refuseBrokenPlaybooks(settings.playbooksDir);
  // The rooms take a second to load: meanwhile Postgres starts.
  const loading = import('./application');
  loading.catch(() => undefined);
  const services = await openServices(settings, tell);
  opened.push(() => services.close());
  void services.ended.then(dieWithPostgres);
  const { createApplication, fillWithDemo, migrateAll } = await loading;
  tell('Bringing the database up to date …');
  await migrateAll(services.config);
  const before = await accountsIn(services.config.databaseUrl);
  if (before === 'demo' && !settings.demo)
    throw new CannotStart(
      'This database holds the demo accounts, whose password everybody knows: listen on 127.0.0.1, choose another DATA_DIR, or accept it with DEMO=1.',
    );
  const config = { ...services.config, demo: settings.demo && before !== 'real' };
  tell('Loading the playbooks …');
  const app = await createApplication(config);
  opened.push(() => app.close());
  if (config.demo && before === 'none') {
    tell('Making demo data …');
    tell((await fillWithDemo(app)) ?? '  there was something already');
  }
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    refusePort(config.host, config.port, codeOf(error));
    throw error;
  }
  tell(`Zenmeban is ready: ${config.publicUrl}`);
  tell(greeting(config, config.demo ? 'demo' : before));
}

/** Before anything is started: whoever edited a playbook reads the same lines as `npm run playbooks -- check` prints. */
async function refuseBrokenPlaybooks(folder: string): Promise<void> {
  const files = await readFolder(folder).catch(() => {
    throw new CannotStart(`PLAYBOOKS_DIR ${folder} cannot be read: name a folder of playbooks.`);
  });
  const { problems } = findProblems(files);
  if (problems.length === 0) return;
  const lines = problems.map((problem) => problemInOneLine(problem));
  throw new CannotStart(
    [...lines, `The playbooks in ${folder} have problems: correct them and start again.`].join('\n'),
  );
}

function refusePort(host: string, port: number, code: string): void {
  if (code === '') return;
  if (code === 'EADDRINUSE')
    throw new CannotStart(
      `Port ${port} of ${host} is taken by another program: stop it, or choose another with PORT=….`,
    );
  if (code === 'EACCES') throw new CannotStart(`Port ${port} needs more rights: choose one from 1024 on with PORT=….`);
  throw new CannotStart(`Nothing can listen on HOST ${host} (${code}): it is no address of this machine.`);
}

function dieWithPostgres(words: string): void {
  // Asked to end, it ends because we do.
  if (opened.length === 0) return;
  console.error(`Postgres ended by itself, and so does Zenmeban; start it again.\n${words.trim()}`);
  process.exit(1);
}

stopOnSignals(closeAll);
start().catch(async (error: unknown) => {
  const isSentence = error instanceof CannotStart || error instanceof ConfigError;
  const full = codeOf(error) === 'ENOSPC' || codeOf(error) === '53100';
  console.error(full ? 'The disk is full: free some space and start again.' : isSentence ? error.message : error);
  await closeAll().catch(() => undefined);
  process.exit(1);
});
