import type { Plan } from './plan';
import { kinds } from './table';

/** The plan in lines: how much of each kind, then what is created or changed. */
export function reportPlan(plan: Plan, dryRun: boolean): string[] {
  const lines = kinds.flatMap((kind) => {
    const all: readonly { action: string; label: string }[] = plan[kind];
    if (all.length === 0) return [];
    const count = (action: string) => all.filter((one) => one.action === action).length;
    const shown = all.filter(({ action }) => action !== 'same').map(({ action, label }) => `  ${action} ${label}`);
    return [
      `${kind}: ${count('create')} to create, ${count('change')} to change, ${count('same')} as they are`,
      ...(shown.length > 60 ? [...shown.slice(0, 50), `  … and ${shown.length - 50} more`] : shown),
    ];
  });
  if (lines.length === 0) return ['The file holds nothing to import.'];
  return [...lines, dryRun ? 'Dry run: nothing was written.' : 'Imported.'];
}
