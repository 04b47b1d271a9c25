import { describeWithRedis, emptyRedis } from '../harness/redis';
import { tellBurst } from './burst.story';

const redisUrl = await emptyRedis();
const describe = await describeWithRedis();

describe('on Redis', () => {
  tellBurst({ redisUrl });
});
