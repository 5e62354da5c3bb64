import { exampleOf, readings, wordsByKey } from './pinyin.js';

const DIGITS = { a: 2, b: 2, c: 2, d: 3, e: 3, f: 3, g: 4, h: 4, i: 4, j: 5, k: 5, l: 5, m: 6, n: 6, o: 6, p: 7, q: 7, r: 7, s: 7, t: 8, u: 8, v: 8, w: 9, x: 9, y: 9, z: 9 };
const EACH = 8;

const syllables = group(Object.keys(readings), digitsOf);
let words = null;

/**
 * Pinyin by the digits of a keypad (九宫格): one press a letter. Answers {text, word} for everything the digits can
 * mean, words first, then the likely characters of every syllable by turns; `word` tells a character from others.
 */
export function candidatesOfDigits(digits) {
  if (digits === '') return [];
  const found = new Map();
  for (const key of wordKeys().get(digits) ?? []) for (const word of wordsByKey(key)) found.set(word, undefined);
  const fitting = syllables.get(digits) ?? [];
  const rows = fitting.map((syllable) => ({ syllable, characters: [...readings[syllable]] }));
  for (let from = 0; rows.some(({ characters }) => characters.length > from); from += EACH) {
    for (const { syllable, characters } of rows) {
      for (const one of characters.slice(from, from + EACH)) if (!found.has(one)) found.set(one, syllable);
    }
  }
  return [...found].map(([text, syllable]) => ({ text, word: () => (syllable ? exampleOf(text, syllable) : undefined) }));
}

/** True if some word or syllable begins with these digits. */
export function startsInDigits(digits) {
  const begins = (map) => [...map.keys()].some((key) => key.startsWith(digits));
  return begins(syllables) || begins(wordKeys());
}

function wordKeys() {
  const keys = wordsByKey();
  if (keys.length === 0) return new Map();
  words ??= group(keys, digitsOf);
  return words;
}

function digitsOf(letters) {
  return [...letters].map((letter) => DIGITS[letter]).join('');
}

function group(keys, by) {
  const map = new Map();
  for (const key of keys) {
    const at = by(key);
    const list = map.get(at);
    if (list) list.push(key);
    else map.set(at, [key]);
  }
  return map;
}
