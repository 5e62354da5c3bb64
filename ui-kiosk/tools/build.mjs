// Builds the static site into target/classes/ui: index.html, citizen.js, citizen.css. Nothing else is served.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyinTable } from './pinyin-table.mjs';

const room = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(room, 'target', 'classes', 'ui');
const generated = join(room, 'target', 'generated');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
mkdirSync(generated, { recursive: true });

const table = pinyinTable();
const syllables = Object.keys(table).length;
const characters = new Set(Object.values(table).join('')).size;
if (syllables < 400 || characters < 20_000) {
  throw new Error(`pinyin table too small: ${syllables} syllables, ${characters} characters`);
}
writeFileSync(join(generated, 'pinyin.json'), JSON.stringify(table));

await build({
  absWorkingDir: room,
  entryPoints: { citizen: 'src/citizen/main.js' },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome110'],
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
  alias: { '#pinyin': join(generated, 'pinyin.json') },
});
await build({
  absWorkingDir: room,
  entryPoints: { citizen: 'src/styles/citizen.css' },
  outdir: out,
  bundle: true,
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
});
copyFileSync(join(room, 'index.html'), join(out, 'index.html'));
