export { LoadPlaybooks } from './load-playbooks';
export { Playbooks, type StoredPlaybook } from './playbooks';
export { PlaybooksModule } from './playbooks.module';
