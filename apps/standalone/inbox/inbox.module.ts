import { type DynamicModule, Module } from '@nestjs/common';
import { Inbox } from './inbox';
import { InboxController } from './inbox.controller';

/** `GET /api/v1/inbox`: only where no mail server is configured. */
@Module({})
export class InboxModule {
  /** @param dir the folder of `startInboxServer` */
  static forRoot(dir: string): DynamicModule {
    return {
      module: InboxModule,
      controllers: [InboxController],
      providers: [{ provide: Inbox, useFactory: () => Inbox.in(dir) }],
    };
  }
}
