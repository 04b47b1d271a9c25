import { describe } from '@jest/globals';
import { tellTheBoard } from './queue-board.story';

describe('the board of the queues, on Postgres', () => {
  tellTheBoard({ redisUrl: null });
});
