export { CLOCK, type Clock, systemClock } from './clock';
export { CONFIG, type Config } from './config';
export { ConfigError } from './config-error';
export { ConfigModule } from './config.module';
export { logLevelsOf } from './log-levels';
export { complete, isLoopback, readConfig, readSettings, type Settings } from './read-config';
export { stopOnSignals } from './stop-on-signals';
