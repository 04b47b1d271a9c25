export { LoadPlaybooks } from './load-playbooks';
export { Playbooks, type StoredPlaybook } from './playbooks';
export { readFolder } from './read-folder';
export { PlaybooksModule } from './playbooks.module';
