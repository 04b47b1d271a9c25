export { EscalationModule } from './escalation.module';
export { type EscalatedIncident, escalationKey, Escalations } from './escalations';
export { Policies } from './policies';
