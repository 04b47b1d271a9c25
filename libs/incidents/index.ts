export { assertRecent, instantOf } from './bounds';
export { type IncidentFilter, IncidentReader } from './incident-reader';
export { Incidents } from './incidents';
export { IncidentsModule } from './incidents.module';
export { unknownIncident } from './locked-incident';
export { OpenIncident, type Opening } from './open-incident';
export { type StepReport, Steps } from './steps';
