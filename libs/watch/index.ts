export { Auditor } from './auditor';
export { Canaries } from './canary';
export type { Finding } from './findings';
export { type Beat, Heartbeats } from './heartbeats';
export { WATCH_ALARM, type WatchAlarm } from './tokens';
export { WatchReader } from './watch-reader';
export { WatchModule } from './watch.module';
