import type { Finding, Path } from './finding';

/** A head that is right in every field: what stands in for one that is not. */
const plainHead: Readonly<Record<string, unknown>> = {
  id: 'x',
  number: 1,
  kind: 'incident',
  severity: 'normal',
  situation: 'x',
  icon: 'x',
  title: { zh: '例', en: 'X' },
  summary: { zh: '例', en: 'X' },
  search: { zh: ['例'], en: ['x'] },
};
const plainTitle = { zh: '步', en: 'X' };

/** Fields of a step without which the others can still be judged. */
const expendable = ['title', 'do', 'say', 'never', 'why', 'within', 'by', 'remind', 'owner', 'escalate', 'required'];
const expendableNames: readonly string[] = [...expendable, 'visible-to', 'cares-for'];

/**
 * The file without what is wrong with its shape, so that the rest can be looked at in the same go; null when what
 * others refer to (the names of steps, questions) is wrong, since all that follows would be mere consequences.
 */
export function repaired(data: unknown, findings: readonly Finding[]): unknown {
  if (typeof data !== 'object' || data === null) return null;
  const copy = structuredClone(data) as Record<string, unknown>;
  return findings.every(({ path, code }) => repair(copy, path, code)) ? copy : null;
}

/** Takes one fault away. @returns whether that was possible */
function repair(copy: Record<string, unknown>, path: Path, code: string): boolean {
  const [field, index, inStep] = path;
  if (typeof field !== 'string') return false;
  if (field !== 'steps' && field !== 'log') {
    if (field in plainHead) copy[field] = plainHead[field];
    else Reflect.deleteProperty(copy, field);
    return true;
  }
  const steps = copy[field];
  const step: unknown = Array.isArray(steps) && typeof index === 'number' ? steps[index] : null;
  if (typeof step !== 'object' || step === null || typeof inStep !== 'string') return false;
  const isUnknown = code === 'field.unknown' && path.length === 3;
  if (!isUnknown && !expendableNames.includes(inStep)) return false;
  Reflect.deleteProperty(step, inStep);
  if (inStep === 'title') Object.assign(step, { title: plainTitle });
  return true;
}

/** Whether `finding` is about a step, or a field of the head, that had to be repaired: it may be a mere consequence. */
export function isConsequence(finding: Finding, faults: readonly Finding[]): boolean {
  const place = (path: Path) => path.slice(0, path[0] === 'steps' || path[0] === 'log' ? 2 : 1).join(' ');
  return faults.some(({ path }) => place(path) === place(finding.path));
}
