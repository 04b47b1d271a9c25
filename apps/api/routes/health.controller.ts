import { Database } from '@zenmeban/database';
import { DomainError } from '@zenmeban/domain/engine';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../auth/public';
import { Answers } from './documented';

const alive = z.object({ status: z.literal('ok') });
const escalation = z.object({ status: z.literal('ok'), overdueSeconds: z.number() });

/** An armed timer this late means that neither queue nor sweeper does its work. */
const tooLateSeconds = 30;

/** For load balancers and watchers. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

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
    const pending = await this.database.source.showMigrations();
    if (pending) throw notReady();
    return { status: 'ok' };
  }

  @Get('health/escalation')
  @Public()
  @Answers('Nothing that is due waits: 503 when the oldest overdue timer is more than 30 s late', escalation)
  async escalation(): Promise<z.infer<typeof escalation>> {
    const [{ late }] = await this.database.source.query<[{ late: number }]>(
      `SELECT coalesce(extract(epoch FROM app.app_now() - min(due_at)), 0)::float8 AS late
       FROM app.timer WHERE state = 'armed' AND due_at < app.app_now()`,
    );
    if (late > tooLateSeconds) throw escalationLate(late);
    return { status: 'ok', overdueSeconds: late };
  }
}

const notReady = () =>
  new DomainError('unavailable', 'server.not_migrated', {
    zh: '数据库尚未升级完成。',
    en: 'The database is not migrated yet.',
  });

const escalationLate = (seconds: number) =>
  new DomainError('unavailable', 'escalation.late', {
    zh: `有上报已迟到 ${Math.round(seconds)} 秒，请直接打电话给主管。`,
    en: `A call for help is ${Math.round(seconds)} s late; phone your supervisor.`,
  });
