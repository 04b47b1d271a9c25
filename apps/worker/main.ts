import 'reflect-metadata';
import { ConfigError, ConfigModule, logLevelsOf, readConfig, stopOnSignals } from '@zenmeban/config';
import { EngineModule } from '@zenmeban/engine';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';

try {
  const config = readConfig(process.env);

  @Module({ imports: [ConfigModule.forRoot(config), EngineModule.forRoot('all'), WorkerModule] })
  class WorkerRoot {}

  const app = await NestFactory.createApplicationContext(WorkerRoot, {
    logger: logLevelsOf(config),
    abortOnError: false,
  });
  stopOnSignals(() => app.close());
  console.log('Zenmeban worker is ready');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
