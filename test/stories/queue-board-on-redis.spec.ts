import { describeWithRedis, emptyRedis } from '../harness/redis';
import { tellTheBoard } from './queue-board.story';

const redisUrl = await emptyRedis();
const describe = await describeWithRedis();

describe('the board of the queues, on Redis', () => {
  tellTheBoard({ redisUrl });
});
