/* Fails when the OpenAPI document or the client's types are not what the code says; `npm run openapi` writes them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
const run = (...command) => execFileSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
const generated = { 'apps/api/openapi.json': 'openapi.json', 'apps/web/src/lib/api-types.ts': 'api-types.ts' };

try {
  run('dist/apps/api/write-openapi.js', join(folder, 'openapi.json'));
  run('node_modules/openapi-typescript/bin/cli.js', join(folder, 'openapi.json'), '-o', join(folder, 'api-types.ts'));
  const stale = Object.entries(generated).filter(
    ([committed, fresh]) => readFileSync(committed, 'utf8') !== readFileSync(join(folder, fresh), 'utf8'),
  );
  for (const [file] of stale) console.error(`${file} is not what the code says; run: npm run openapi`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
