import { readFileSync, readdirSync } from 'node:fs';
import { checkHandbook } from '@zenmeban/domain/check';
import { buildSearchIndex } from '../libs/playbooks/search-index';
export const read = (folder: string) => checkHandbook(readdirSync(folder).filter((n) => n.endsWith('.yaml')).map((name) => ({ name, source: readFileSync(`${folder}/${name}`, 'utf8') }))).playbooks.map((p) => p.playbook);
export const build = (folder = '/tmp/pb') => buildSearchIndex(read(folder));
