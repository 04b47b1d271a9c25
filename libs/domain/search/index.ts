export { foundBy } from './found-by';
export { createSearchEngine, type SearchEngine } from './search-engine';
export type { SearchEntry, SearchIndex } from './search-index';
export { type Hit, searchPlaybooks } from './search-playbooks';
