export { TimelineModule } from './timeline.module';
export { type NewEntry, type Projector, PROJECTORS, Timeline, type WrittenEntry } from './timeline';
