// Builds the static site into target/classes/ui: index.html, citizen.js and its parts, citizen.css, words.json, and the
// same of each other face (worker.html, technician.html).
// Nothing else is served. Beside it, in target/classes/voice, what the kiosk's voice reads by.
import { build } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onceFor } from './once-for.mjs';
import { phraseTable } from './phrase-table.mjs';
import { pinyinTable } from './pinyin-table.mjs';
import { clipLines, readingLines, wordLines } from './voice-tables.mjs';
import { knownWords } from './word-list.mjs';

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

// The tables of words take seconds and change only with the packages they come from.
const words = onceFor(join(generated, 'words'), ['package-lock.json', 'tools/word-list.mjs', 'tools/phrase-table.mjs', 'tools/voice-tables.mjs'], () => {
  const known = knownWords();
  return {
    'words.json': JSON.stringify(phraseTable(known)),
    'readings.txt': readingLines().join('\n'),
    'words.txt': wordLines(known).join('\n'),
  };
});
const voice = join(room, 'target', 'classes', 'voice');
mkdirSync(voice, { recursive: true });
copyFileSync(join(words, 'words.json'), join(out, 'words.json'));
for (const name of ['readings.txt', 'words.txt']) copyFileSync(join(words, name), join(voice, name));
const catalogue = (language) => JSON.parse(readFileSync(join(room, 'src', 'shared', 'i18n', `${language}.json`), 'utf8'));
writeFileSync(join(voice, 'clips.txt'), clipLines({ zh: catalogue('zh'), en: catalogue('en') }).join('\n'));

const faces = ['citizen', 'worker', 'technician'].filter((face) => existsSync(join(room, 'src', face, 'main.js')));
const entries = (file, of = faces) => Object.fromEntries(of.map((face) => [face, file(face)]));

// The citizen's script by itself, so that no other face's needs make another request of its first paint.
for (const of of [['citizen'], faces.filter((face) => face !== 'citizen')]) {
  if (of.length === 0) continue;
  await build({
    absWorkingDir: room,
    entryPoints: entries((face) => `src/${face}/main.js`, of),
    outdir: out,
    bundle: true,
    splitting: true,
    chunkNames: of.includes('citizen') ? 'screens-[hash]' : 'faces-[hash]',
    minify: true,
    format: 'esm',
    target: ['chrome110'],
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'warning',
    alias: { '#pinyin': join(generated, 'pinyin.json') },
  });
}
await build({
  absWorkingDir: room,
  entryPoints: entries((face) => `src/styles/${face}.css`),
  outdir: out,
  bundle: true,
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
});
for (const face of faces) {
  const page = face === 'citizen' ? 'index.html' : `${face}.html`;
  copyFileSync(join(room, page), join(out, page));
}
