import { describe } from '@jest/globals';
import { tellTheChains } from './chain.story';

describe("on BullMQ's Postgres backend", () => {
  tellTheChains({ redisUrl: null });
});
