import type { Config } from '@zenmeban/config';

/** Reads the configuration when a command needs it. Throws ConfigError with every problem. */
export type ReadConfig = () => Config;
export const READ_CONFIG = Symbol('READ_CONFIG');
