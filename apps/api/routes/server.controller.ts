import { CONFIG, type Config } from '@zenmeban/config';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../auth/public';
import { Answers } from './documented';

const server = z.object({ demo: z.boolean(), localInbox: z.boolean() });

/** What a page must know before anybody has signed in. */
@ApiTags('server')
@Controller('api/v1/server')
export class ServerController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Public()
  @Answers('Whether demo accounts and the local inbox exist', server)
  about(): z.infer<typeof server> {
    return { demo: this.config.demo, localInbox: this.config.localInbox };
  }
}
