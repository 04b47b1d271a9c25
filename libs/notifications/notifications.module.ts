import { CONFIG, type Config } from '@zenmeban/config';
import { Module } from '@nestjs/common';
import { AccountMail } from './account-mail';
import { MailTransport } from './mail-transport';
import { NotificationProjector } from './notification-projector';
import { Sender } from './sender';
import { Templates } from './templates';

/** Writing notices, for every room. Needs `NOTIFICATION_NUDGE` from a global module. */
@Module({ providers: [NotificationProjector, AccountMail], exports: [NotificationProjector, AccountMail] })
export class NotificationsModule {}

/** Sending them. Needs `UNDELIVERABLE` from a global module: it leads on to the next contact of a chain. */
@Module({
  providers: [
    Sender,
    Templates,
    { provide: MailTransport, inject: [CONFIG], useFactory: (config: Config) => new MailTransport(config) },
  ],
  exports: [Sender],
})
export class SendingModule {}
