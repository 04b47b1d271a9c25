import { expect, it } from '@jest/globals';
import { logLevelsOf } from './index';

it.each([
  ['silent', []],
  ['fatal', ['fatal']],
  ['info', ['fatal', 'error', 'warn', 'log']],
  ['trace', ['fatal', 'error', 'warn', 'log', 'debug', 'verbose']],
] as const)('shows at %s: %j', (logLevel, shown) => {
  expect(logLevelsOf({ logLevel })).toEqual(shown);
});
