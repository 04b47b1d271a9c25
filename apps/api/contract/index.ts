export * as acknowledgements from './acknowledgements';
export * as common from './common';
export * as inbox from './inbox';
export * as incidents from './incidents';
export * as people from './people';
export * as playbooks from './playbooks';
export * as policies from './policies';
