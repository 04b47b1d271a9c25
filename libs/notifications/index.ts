export { findToken, type FoundToken, type TokenGrant, useToken } from './acknowledgement-tokens';
export { AccountNotices } from './account-notices';
export { NotificationProjector } from './notification-projector';
export { NotificationsModule } from './notifications.module';
export { Sender, type SendResult } from './sender';
export {
  NOTIFICATION_NUDGE,
  type NotificationNudge,
  UNDELIVERABLE,
  type Undeliverable,
  type WrittenNotice,
} from './tokens';
export { withdraw } from './withdraw';
