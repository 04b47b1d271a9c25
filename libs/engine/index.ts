export { EngineModule } from './engine.module';
export type { EngineMode } from './engine-loops';
export { LoadHandbook } from './load-handbook';
export { Loop } from './loop';
export { Tidy } from './tidy';
