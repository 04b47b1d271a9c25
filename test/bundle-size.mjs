/* Fails when a page of the web app makes a phone load too much before it shows anything. Sizes are of gzip. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { project } from '../apps/standalone/setup/project.mjs';

const limits = { js: 215_000, css: 40_000 };
const web = join(project, 'dist', 'web');
const manifest = JSON.parse(readFileSync(join(web, '.vite', 'manifest.json'), 'utf8'));

/** The pages: each HTML entry, and with it the chunks of the routes that a phone opens first. */
const pages = {
  'sign-in': ['index.html', /sign-in/],
  step: ['index.html', /(incident|step)[^/]*\.tsx$/],
  acknowledge: ['ack.html'],
};

const isOf = (key, page) => page.some((one) => (typeof one === 'string' ? key === one : one.test(key)));

/** All files that these chunks load at once, without what they load later. */
function filesOf(keys, seen = new Set()) {
  const files = new Set();
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    for (const file of [chunk.file, ...(chunk.css ?? []), ...filesOf(chunk.imports ?? [], seen)]) files.add(file);
  }
  return files;
}

let tooLarge = false;
for (const [name, page] of Object.entries(pages)) {
  const keys = Object.keys(manifest).filter((key) => isOf(key, page));
  const files = [...filesOf(keys)].filter((file) => existsSync(join(web, file)));
  for (const [kind, limit] of Object.entries(limits)) {
    const bytes = files
      .filter((file) => file.endsWith(`.${kind}`))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(web, file))).length, 0);
    const verdict = bytes > limit ? 'TOO LARGE' : 'fine';
    console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB of ${kind}, at most ${limit / 1000} kB: ${verdict}`);
    tooLarge ||= bytes > limit;
  }
}
process.exitCode = tooLarge ? 1 : 0;
