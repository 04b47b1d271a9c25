export * from './benjamini-hochberg';
export type { Interval, Observed, Span } from './input';
export * from './pareto';
export * from './poisson';
export * from './poisson-interval';
export * from './rate-ratio';
export * from './regression-to-mean';
export * from './weeks-needed';
export * from './what-changed';
