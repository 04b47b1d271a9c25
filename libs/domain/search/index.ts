export { foundBy } from './found-by';
export { createSearchEngine, type SearchEngine } from './search-engine';
export { Readings } from './readings';
export type { CharactersBySyllable, SearchEntry, SearchIndex } from './search-index';
export { type Hit, searchPlaybooks } from './search-playbooks';
