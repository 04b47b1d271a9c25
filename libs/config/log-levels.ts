import type { LogLevel } from '@nestjs/common';
import type { Config } from './config';

const levels: readonly [Config['logLevel'], LogLevel][] = [
  ['fatal', 'fatal'],
  ['error', 'error'],
  ['warn', 'warn'],
  ['info', 'log'],
  ['debug', 'debug'],
  ['trace', 'verbose'],
];

/** The levels that Nest's logger shows at LOG_LEVEL: that one and the graver ones, none when `silent`. */
export function logLevelsOf(config: Pick<Config, 'logLevel'>): LogLevel[] {
  const last = levels.findIndex(([name]) => name === config.logLevel);
  return levels.slice(0, last + 1).map(([, level]) => level);
}
