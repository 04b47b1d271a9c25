export { type Answer, Answers } from './answers';
export { Calls } from './calls';
export { type EscalatedIncident, escalationKey } from './chain-state';
export { EscalationModule } from './escalation.module';
export { Escalations } from './escalations';
export { Policies } from './policies';
export { type Candidate, Receivers } from './receivers';
