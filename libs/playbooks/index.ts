export { holidayOn, holidayTitles } from './holiday';
export { LoadPlaybooks } from './load-playbooks';
export { readFolder } from './read-folder';
export { Playbooks, type PlaybookRecord, type StoredPlaybook } from './playbooks';
export { PlaybooksModule } from './playbooks.module';
export { PracticeLog } from './practice-log';
