export { Inbox, type InboxMail } from './inbox';
export { InboxModule } from './inbox.module';
export { type InboxServer, startInboxServer } from './inbox-server';
