export { Fire, type FiredCanary, type FiredTimer, TIMER_HANDLERS, type TimerHandlers } from './fire';
export { Relay } from './relay';
export { type Arming, Timers } from './timers';
export { TimersModule } from './timers.module';
