import { join } from 'node:path';
import { startTied } from './tied.mjs';

const readyWithinMs = 60_000;
/** What would make the product another one than the suite means. */
const foreign =
  /^(DATABASE_|REDIS_|SMTP_|SECRET|DEMO|HOST|PORT|PUBLIC_URL|NODE_ENV|NODE_OPTIONS|LOG_LEVEL|MAIL_|DATA_DIR|PLAYBOOKS_DIR|npm_)/;

/**
 * One process of the built product: 'api' or 'worker'.
 * @param dist the folder of the build, which a mutant replaces
 * @param env what it is configured by
 */
export function productProcess(kind, name, { dist, env, folder }) {
  const quiet = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !foreign.test(variable)));
  let child = null;
  const one = {
    kind,
    name,
    get pid() {
      return child?.pid;
    },
    isUp: () => child !== null && !child.isOver(),
    /** Resolves when it says that it is ready; throws with its last words when it ends instead. */
    async start(more = {}) {
      let said = '';
      let ready = () => undefined;
      const isReady = new Promise((resolve) => (ready = resolve));
      child = startTied([process.execPath, join(dist, `apps/${kind}/main.js`)], {
        env: { ...quiet, ...env, ...more },
        log: join(folder, `${name}.log`),
        hear(text) {
          said = `${said}${text}`.slice(-4_000);
          if (/is ready/.test(said)) ready(true);
        },
      });
      let timer;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, readyWithinMs, false)));
      const ok = await Promise.race([isReady, child.ended.then(() => false), late]);
      clearTimeout(timer);
      if (!ok) throw new Error(`${name} was not ready:\n${said}`);
    },
    kill: () => child.kill(),
    freeze: () => child.signal('SIGSTOP'),
    thaw: () => child.signal('SIGCONT'),
    /** Asks it to stop. @returns how many milliseconds that took, and its exit code */
    async stop() {
      const asked = performance.now();
      child.signal('SIGTERM');
      await child.ended;
      return { ms: performance.now() - asked, code: child.exitCode() };
    },
  };
  return one;
}
