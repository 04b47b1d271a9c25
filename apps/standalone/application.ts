import { type Config, ConfigModule, logLevelsOf, systemClock } from '@zenmeban/config';
import { Database, migrate } from '@zenmeban/database';
import { EngineModule, LoadHandbook } from '@zenmeban/engine';
import { migrateAuth } from '@zenmeban/identity';
import { migrateQueues } from '@zenmeban/queues';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { ApiModule, builtWebFolder, createApiApp } from '../api';
import { WorkerModule } from '../worker';
import { seedDemo } from './demo';
import { InboxModule } from './inbox';
import { inboxFolder } from './services';

/** Brings the three schemas of a database up to date: ours, that of the accounts, that of the queues. */
export async function migrateAll({ databaseUrl, redisUrl }: Config): Promise<void> {
  await migrate(databaseUrl);
  await migrateAuth(databaseUrl);
  if (redisUrl === null) await migrateQueues(databaseUrl);
}

/** The api, the worker and the inbox in one Nest application, with its playbooks loaded. Not listening yet. */
export async function createApplication(config: Config): Promise<NestFastifyApplication> {
  @Module({
    imports: [
      ConfigModule.forRoot(config),
      EngineModule.forRoot('all'),
      ApiModule,
      WorkerModule,
      ...(config.localInbox ? [InboxModule.forRoot(inboxFolder(config.dataDir))] : []),
    ],
  })
  class StandaloneRoot {}

  const webFolder = existsSync(builtWebFolder) ? builtWebFolder : undefined;
  const app = await createApiApp(StandaloneRoot, { logLevels: logLevelsOf(config), webFolder });
  try {
    await app.get(LoadHandbook).load(config.playbooksDir);
    return app;
  } catch (error) {
    // Its workers would go on asking a Postgres that is about to be ended.
    await app.close();
    throw error;
  }
}

/** Fills an empty database with the demo. @returns a line about it, null when there was something already */
export async function fillWithDemo(app: NestFastifyApplication): Promise<string | null> {
  const made = await seedDemo(app.get(Database).source, systemClock.now());
  return made && `  ${made.sites} sites, ${made.people} people, ${made.incidents} incidents of the last month`;
}
