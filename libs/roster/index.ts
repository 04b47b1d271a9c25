export { type Reach, Roster, type Skipped } from './roster';
export { RosterModule } from './roster.module';
export * from './skeleton';
