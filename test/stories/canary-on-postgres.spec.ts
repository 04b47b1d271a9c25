import { describe } from '@jest/globals';
import { tellTheCanary } from './canary.story';

describe('a canary, on Postgres', () => {
  tellTheCanary({ redisUrl: null });
});
