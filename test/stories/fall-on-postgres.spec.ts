import { tellTheFall } from './fall.story';

tellTheFall({ redisUrl: null });
