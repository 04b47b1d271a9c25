import { describe } from '@jest/globals';
import { tellTheFall } from './fall.story';

describe("on BullMQ's Postgres backend", () => {
  tellTheFall({ redisUrl: null });
});
