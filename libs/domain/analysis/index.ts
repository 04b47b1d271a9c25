export type { Interval, Observed, Span } from './input';
export * from './poisson';
export * from './poisson-interval';
