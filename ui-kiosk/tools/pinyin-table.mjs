// Makes the table behind the on-screen pinyin keyboard: {"xi": "系西席…", …}, toneless syllables, ü written v.
// Common characters come first, in the order of simple-keyboard-layouts (MIT); every other character of the
// CJK base block, of the extensions follows by reverse index of pinyin-pro (MIT), likely readings before rare ones.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { polyphonic } from 'pinyin-pro';

const BLOCKS = [
  [0x4e00, 0x9fff],
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2ebef],
];

/** Characters of names that the packages do not know. */
const OWN = { ji: '𠮷', xi: '㐂' };

// The package calls its modules .js without saying that they are modules; Node 18 wants it said.
const layout = createRequire(import.meta.url).resolve('simple-keyboard-layouts/build/layouts/chinese.js');
const { default: chinese } = await import(
  `data:text/javascript;base64,${(await readFile(layout)).toString('base64')}`
);

/** The 6,763 characters of GB 2312. */
export function commonCharacters() {
  return new Set(Object.values(chinese.layoutCandidates).join('').replaceAll(' ', ''));
}

export function pinyinTable() {
  const common = new Map();
  for (const [syllable, characters] of Object.entries(chinese.layoutCandidates)) {
    common.set(plain(syllable), characters.split(' ').filter(Boolean));
  }
  const likely = new Map();
  const rare = new Map();
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      readings(character).forEach((syllable, rank) => add(rank === 0 ? likely : rare, syllable, character));
    }
  }
  for (const [syllable, characters] of Object.entries(OWN)) for (const one of characters) add(rare, syllable, one);
  const syllables = new Set([...common.keys(), ...likely.keys(), ...rare.keys()]);
  const table = {};
  for (const syllable of [...syllables].filter((s) => /^[a-z]{1,6}$/.test(s)).sort()) {
    const all = [common, likely, rare].flatMap((source) => source.get(syllable) ?? []);
    table[syllable] = [...new Set(all)].join('');
  }
  return table;
}

function readings(character) {
  const known = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
  return known.filter((reading) => reading !== character).map(plain);
}

function plain(syllable) {
  return syllable.replaceAll('ü', 'v').replaceAll('ê', 'e');
}

function add(index, syllable, character) {
  const list = index.get(syllable);
  if (list) list.push(character);
  else index.set(syllable, [character]);
}
