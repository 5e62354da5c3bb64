// Makes the tables of words and puts the static site together in target/classes/ui; nothing else is served. Beside it, in
// target/classes/voice, what the kiosk's voice reads by.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onceFor } from './once-for.mjs';
import { parts } from './parts.mjs';
import { phraseTable } from './phrase-table.mjs';
import { pinyinTable } from './pinyin-table.mjs';
import { PACKAGES, site } from './site.mjs';
import { clipLines, readingLines, wordLines } from './voice-tables.mjs';
import { knownWords } from './word-list.mjs';

const room = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = join(room, 'target', 'generated');
mkdirSync(generated, { recursive: true });

const table = pinyinTable();
const syllables = Object.keys(table).length;
const characters = new Set(Object.values(table).join('')).size;
if (syllables < 400 || characters < 20_000) {
  throw new Error(`pinyin table too small: ${syllables} syllables, ${characters} characters`);
}

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
for (const name of ['readings.txt', 'words.txt']) copyFileSync(join(words, name), join(voice, name));
const catalogue = (language) => JSON.parse(readFileSync(join(room, 'src', 'shared', 'i18n', `${language}.json`), 'utf8'));
writeFileSync(join(voice, 'clips.txt'), clipLines({ zh: catalogue('zh'), en: catalogue('en') }).join('\n'));

site(room, join(room, 'target', 'classes', 'ui'), {
  'pinyin.json': JSON.stringify(table),
  'words.json': readFileSync(join(words, 'words.json'), 'utf8'),
});

// The tables hold what these know of words, of their reading and of a keyboard's order.
const tables = ['jieba-js', 'pinyin-pro', 'simple-keyboard-layouts'];
writeFileSync(join(room, 'target', 'parts.txt'), parts(room, [...Object.values(PACKAGES), ...tables]).join('\n'));
