export * from './abilities';
export * from './escalation';
export * from './incident';
export * from './localized';
export * from './playbook';
export * from './problem';
export * from './run';
export * from './timeline';
