// Makes what the kiosk's voice reads by: the usual reading of every character, the words in which a character
// is read otherwise (both by pinyin-pro, MIT), and the fixed texts of the screens by name.
import { pinyin } from 'pinyin-pro';

const BLOCKS = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
];

/** Lines of a syllable with its tone and the characters usually read so. */
export function readingLines() {
  const bySyllable = new Map();
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      const syllable = spelled(character);
      if (!/^[a-zê]+[1-5]$/.test(syllable)) continue;
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
    }
  }
  return [...bySyllable].sort().map(([syllable, characters]) => `${syllable} ${characters}`);
}

/** Lines of a word and its syllables, only where they differ from reading it character by character. */
export function wordLines(words) {
  const usual = new Map();
  const alone = (character) => {
    if (!usual.has(character)) usual.set(character, spelled(character));
    return usual.get(character);
  };
  const lines = [];
  for (const { word } of words) {
    const said = spelled(word);
    if (said !== [...word].map(alone).join(' ')) lines.push(`${word} ${said}`);
  }
  return lines;
}

/** Lines of language, name and text for every text of a catalogue that is never filled in. */
export function clipLines(catalogues) {
  const lines = [];
  for (const [language, catalogue] of Object.entries(catalogues)) {
    for (const [name, text] of leaves(catalogue)) {
      if (!/[{}\t\n]/.test(text)) lines.push(`${language}\t${name}\t${text}`);
    }
  }
  return lines;
}

/** Every text of a catalogue with its path: `placeCard.title`, `out.steps.0`. */
export function* leaves(node, path = '') {
  for (const [key, value] of Object.entries(node)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') yield [name, value];
    else yield* leaves(value, name);
  }
}

function spelled(text) {
  return pinyin(text, { toneType: 'num', toneSandhi: false }).replaceAll('ü', 'v').replaceAll('0', '5');
}
