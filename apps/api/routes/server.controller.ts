import { CONFIG, type Config } from '@zenmeban/config';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../auth/public';
import { Answers } from './documented';

const server = z.object({
  demo: z.boolean(),
  localInbox: z.boolean(),
  /** The address people open, without a slash at its end: what a printed code leads to. */
  publicUrl: z.string(),
});

/** What a page must know before anybody has signed in. */
@ApiTags('server')
@Controller('api/v1/server')
export class ServerController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Public()
  @Answers('Whether demo accounts and the local inbox exist, and at which address people open this server', server)
  about(): z.infer<typeof server> {
    const { demo, localInbox, publicUrl } = this.config;
    return { demo, localInbox, publicUrl };
  }
}
