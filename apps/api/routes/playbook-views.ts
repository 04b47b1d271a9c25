import { stepsOfRun } from '@zenmeban/domain/engine';
import type { StoredPlaybook } from '@zenmeban/playbooks';

/** As the contract's `playbookSummary`; `practisedAt` is the caller's. */
export function summaryView({ version, content }: StoredPlaybook, practisedAt: Date | undefined) {
  const { id, number, kind, severity, situation, register, icon, title, summary, search, steps } = content;
  const isGuidance = kind === 'guidance';
  const logged = stepsOfRun(content).length;
  return {
    ...{ id, number, kind, severity, situation, register, icon, title, summary, search, version },
    stepCount: isGuidance ? steps.length - logged : logged,
    loggable: isGuidance && logged > 0,
    practisedAt: practisedAt ?? null,
  };
}

/** As the contract's `playbook`. */
export const playbookView = (stored: StoredPlaybook, practisedAt: Date | undefined) => ({
  ...stored.content,
  ...summaryView(stored, practisedAt),
});
