/** Nothing that comes through later than this comes through in time. */
const lostAfterSeconds = 180;

export type CanaryRow = {
  dueAt: Date;
  firedAt: Date | null;
  firedBy: 'hint' | 'sweep' | null;
  arrivedAt: Date | null;
  /** Seconds since it was due. */
  age: number;
};

/** `asleep`: it arrived, but the sweeper had to fire it because the queue did not. */
export type CanaryState = 'arrived' | 'asleep' | 'on_its_way' | 'lost';

/** What became of one canary. */
export function canaryState({ firedBy, arrivedAt, age }: Omit<CanaryRow, 'dueAt'>): CanaryState {
  if (arrivedAt !== null) return firedBy === 'sweep' ? 'asleep' : 'arrived';
  return age > lostAfterSeconds ? 'lost' : 'on_its_way';
}
