import { build } from './build';
import { createSearchEngine } from '@zenmeban/domain/search';
import { readFileSync } from 'node:fs';
const x = build();
for (let i=0;i<6;i++) { const t=performance.now(); const e = createSearchEngine(x); console.log('build', (performance.now()-t).toFixed(1)); }
