export { findToken, type TokenGrant, useToken } from './acknowledgement-token';
export { AccountMail } from './account-mail';
export { NotificationProjector } from './notification-projector';
export { NotificationsModule, SendingModule } from './notifications.module';
export { Sender, type SendResult } from './sender';
export { NOTIFICATION_NUDGE, type NotificationNudge, UNDELIVERABLE, type Undeliverable } from './tokens';
export { withdraw } from './withdraw';
