import { describe, expect, it } from '@jest/globals';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { problemOf } from './problem.filter';

const withCode = (code: string) => Object.assign(new Error('it says something'), { code });

describe('an error', () => {
  it.each([
    ['a connection that cannot be made', withCode('ECONNREFUSED')],
    ['a connection that was cut', withCode('57P01')],
    ['a statement that took too long', withCode('57014')],
    ['too many connections', withCode('53300')],
    ['a link that broke while asked', new Error('Connection terminated unexpectedly')],
    [
      'a link that broke before it was asked',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['a transaction whose link broke', new QueryRunnerAlreadyReleasedError()],
  ])('of the database that is away is no fault of ours: %s', (_, error) => {
    expect(problemOf(error)).toMatchObject({ status: 503, code: 'server.unavailable' });
  });

  it.each([
    ['a statement that is wrong', withCode('42601')],
    ['a mistake in the code', new TypeError('x is not a function')],
    ['something that is no error', 'away'],
  ])('of ours is said to be ours: %s', (_, error) => {
    expect(problemOf(error)).toMatchObject({ status: 500, code: 'server.failed' });
  });
});
