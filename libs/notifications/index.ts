export { type ChannelFields, Channels, type NewChannel, type OpenChannel, type Owner } from './channels/channels';
export type { ChannelRecord } from './channels/channel-record';
export { findToken, type FoundToken, type TokenGrant, useToken } from './acknowledgement-tokens';
export { AdministratorNotices } from './administrator-notices';
export { AccountNotices } from './account-notices';
export { Ledger, type LedgerFilter, type LedgerLine, type LedgerPosition, type LedgerScope } from './ledger';
export { summaryOfLines } from './ledger-summary';
export { incidentsOfMessage } from './incidents-of-message';
export { MailTransport } from './mail-transport';
export { NotificationProjector } from './notification-projector';
export { NotificationsModule } from './notifications.module';
export { PersonPreferences, type Preferences } from './preferences';
export { Sender, type SendResult } from './sender';
export { TestMails } from './test-mails';
export { TestMessages } from './test-messages';
export type { TestResult } from './test-result';
export {
  NOTIFICATION_NUDGE,
  type NotificationNudge,
  UNDELIVERABLE,
  type Undeliverable,
  type WrittenNotice,
} from './tokens';
export { withdraw } from './withdraw';
