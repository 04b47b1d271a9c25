import { describeWithRedis, emptyRedis } from '../harness/redis';
import { tellTheChains } from './chain.story';

const redisUrl = await emptyRedis();
const describe = await describeWithRedis();

describe('on Redis', () => {
  tellTheChains({ redisUrl });
});
