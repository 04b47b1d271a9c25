import { describeWithRedis, emptyRedis } from '../harness/redis';
import { tellTheCanary } from './canary.story';

const redisUrl = await emptyRedis();
const describe = await describeWithRedis();

describe('a canary, on Redis', () => {
  tellTheCanary({ redisUrl });
});
