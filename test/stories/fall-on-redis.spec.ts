import { describeWithRedis, emptyRedis } from '../harness/redis';
import { tellTheFall } from './fall.story';

const redisUrl = await emptyRedis();
const describe = await describeWithRedis();

describe('on Redis', () => {
  tellTheFall({ redisUrl });
});
