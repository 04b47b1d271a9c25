export { Auditor } from './auditor';
export { Canaries } from './canary';
export { Pulse } from './engine-pulse';
export type { Finding } from './findings';
export { type Beat, Heartbeats } from './heartbeats';
export type { LoopReading, VitalReadings } from './readings';
export { WATCH_ALARM, type WatchAlarm } from './tokens';
export { WatchReader } from './watch-reader';
export { WatchModule } from './watch.module';
