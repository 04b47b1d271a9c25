import { describe } from '@jest/globals';
import { tellBurst } from './burst.story';

describe("on BullMQ's Postgres backend", () => {
  tellBurst({ redisUrl: null });
});
