export { AnalysisModule } from './analysis.module';
export { type CheckedSlice, checkFacts, type Difference } from './facts/check-facts';
export { recordCheck } from './facts/fact-checks';
export { FactProjector } from './facts/fact-projector';
export { FactRounds } from './facts/fact-rounds';
export { rebuildFacts, type RebuildProgress } from './facts/rebuild-facts';
export { refreshFacts, type Refreshed } from './facts/refresh-facts';
