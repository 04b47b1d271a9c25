export { holidayOn, holidayTitles } from './holiday';
export { LoadPlaybooks } from './load-playbooks';
export { type FoundPlaybook, PlaybookSearch, type ServedJson } from './playbook-search';
export { readFolder } from './read-folder';
export { Playbooks, type PlaybookRecord, type StoredPlaybook } from './playbooks';
export { PlaybooksModule } from './playbooks.module';
export { PracticeLog } from './practice-log';
export { buildSearchIndex } from './search-index';
