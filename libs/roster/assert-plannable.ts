import type { Transaction } from '@zenmeban/database';
import { isWithin, localOf, planningDays } from '@zenmeban/domain/roster';
import { outsidePlan } from './refusals';

/**
 * Throws `validation.failed` with every day that is too far back or ahead to be planned.
 * @param days local days by the path of their field
 */
export async function assertPlannable(
  tx: Transaction,
  zone: string,
  days: Readonly<Record<string, string>>,
): Promise<void> {
  const [{ now }] = await tx.query<[{ now: Date }]>('SELECT app.app_now() AS now');
  const plan = planningDays(localOf(now, zone).date);
  const wrong = Object.entries(days).filter(([, date]) => !isWithin(plan, date));
  if (wrong.length > 0)
    throw outsidePlan(
      wrong.map(([path]) => path),
      plan,
    );
}
