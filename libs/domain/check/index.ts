export { checkHandbook, checkPlaybooks, type Handbook, policiesFileName, type SourceFile } from './check-handbook';
export { readDuration } from './duration';
export type { CheckProblem } from './finding';
export { readPlaybook, type ReadPlaybook } from './read-playbook';
export { readPolicies } from './read-policies';
