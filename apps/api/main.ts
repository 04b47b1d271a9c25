import 'reflect-metadata';
import { ConfigError, ConfigModule, logLevelsOf, readConfig, stopOnSignals } from '@zenmeban/config';
import { EngineModule } from '@zenmeban/engine';
import { Module } from '@nestjs/common';
import { ApiModule } from './api.module';
import { builtWebFolder, createApiApp } from './create-api-app';

try {
  const config = readConfig(process.env);

  @Module({ imports: [ConfigModule.forRoot(config), EngineModule.forRoot('all'), ApiModule] })
  class ApiRoot {}

  const app = await createApiApp(ApiRoot, { logLevels: logLevelsOf(config), webFolder: builtWebFolder });
  await app.listen(config.port, config.host);
  stopOnSignals(() => app.close());
  console.log(`Zenmeban is ready: ${config.publicUrl}`);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
