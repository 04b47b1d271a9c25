import { CONFIG, type Config } from '@zenmeban/config';
import { Module } from '@nestjs/common';
import { AccountNotices } from './account-notices';
import { AdministratorNotices } from './administrator-notices';
import { Ledger } from './ledger';
import { ChannelTransport } from './channels/channel-transport';
import { Channels } from './channels/channels';
import { TestAllowance } from './channels/test-allowance';
import { Courier } from './courier';
import { MailTransport } from './mail-transport';
import { NotificationProjector } from './notification-projector';
import { PersonPreferences } from './preferences';
import { Sender } from './sender';
import { Templates } from './templates';
import { TestMails } from './test-mails';
import { TestMessages } from './test-messages';

/** Needs `NOTIFICATION_NUDGE` and `UNDELIVERABLE` from a global module, where the rooms are put together. */
@Module({
  providers: [
    NotificationProjector,
    AccountNotices,
    AdministratorNotices,
    Ledger,
    Channels,
    ChannelTransport,
    Courier,
    PersonPreferences,
    Sender,
    TestAllowance,
    TestMails,
    TestMessages,
    Templates,
    { provide: MailTransport, inject: [CONFIG], useFactory: (config: Config) => new MailTransport(config) },
  ],
  exports: [
    NotificationProjector,
    AccountNotices,
    AdministratorNotices,
    Ledger,
    Channels,
    PersonPreferences,
    Sender,
    TestMails,
    TestMessages,
  ],
})
export class NotificationsModule {}
