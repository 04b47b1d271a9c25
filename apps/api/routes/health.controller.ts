import { Database } from '@zenmeban/database';
import { DomainError } from '@zenmeban/domain/engine';
import { Auditor, type Finding } from '@zenmeban/watch';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../auth/public';
import { watch } from '../contract';
import { Answers } from './documented';

const alive = z.object({ status: z.literal('ok') });

/** For load balancers and watchers. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly auditor: Auditor,
  ) {}

  @Get('healthz')
  @Public()
  @Answers('The process is alive', alive)
  healthz(): z.infer<typeof alive> {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public()
  @Answers('The database is reachable and migrated', alive)
  async readyz(): Promise<z.infer<typeof alive>> {
    const pending = await soon(this.database.source.showMigrations());
    if (pending) throw notReady();
    return { status: 'ok' };
  }

  @Get('health/escalation')
  @Public()
  @Answers(
    'Calls can be relied on. 503 when a due timer is more than 30 s late, no test call came through for 180 s, or a loop stands still',
    watch.escalationHealth,
  )
  async escalation(): Promise<z.infer<typeof watch.escalationHealth>> {
    const { readings, findings } = await soon(this.auditor.vital());
    if (findings.length > 0) throw notReliable(findings);
    const { overdueTimerSeconds, canarySeconds, loops } = readings;
    return {
      ...{ status: 'ok', overdueSeconds: overdueTimerSeconds, canarySeconds },
      loops: Object.fromEntries(loops.map(({ loop, quietSeconds }) => [loop, quietSeconds])),
    };
  }
}

/** A watcher waits no longer than this for an answer. */
const patienceMs = 4_000;

/** What `work` answers. Throws `server.database_away` when it fails, or takes longer than a watcher waits. */
async function soon<T>(work: Promise<T>): Promise<T> {
  let deadline: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => reject(databaseAway()), patienceMs);
  });
  try {
    return await Promise.race([
      work.catch(() => {
        throw databaseAway();
      }),
      tooLate,
    ]);
  } finally {
    clearTimeout(deadline);
  }
}

const notReady = () =>
  new DomainError('unavailable', 'server.not_migrated', {
    zh: '数据库尚未升级完成。',
    en: 'The database is not migrated yet.',
  });

const databaseAway = () =>
  new DomainError('unavailable', 'server.database_away', {
    zh: '数据库没有响应。',
    en: 'The database does not answer.',
  });

const notReliable = (findings: readonly Finding[]) =>
  new DomainError(
    'unavailable',
    'escalation.late',
    {
      zh: `上报可能延误，请直接打电话给主管。${findings.map(({ sentence }) => sentence.zh).join('')}`,
      en: `Calls may be delayed; phone your supervisor. ${findings.map(({ sentence }) => sentence.en).join(' ')}`,
    },
    findings.map(({ code, subject, sentence }) => ({ path: subject ?? code, code, message: sentence })),
  );
