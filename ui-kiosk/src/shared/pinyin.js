import table from '#pinyin' with { type: 'json' };

const WORDS = new URL('../../tables/words.json', import.meta.url);
const syllables = Object.keys(table).sort();
const LONGEST = 24;
const LONGEST_SYLLABLE = 6;
const WORDS_AHEAD = 12;

let words = null;
let wordKeys = [];

/** Fetches the words once; until then, and without them, characters are offered one by one. */
export async function loadWords(fetch = globalThis.fetch) {
  if (words !== null) return;
  try {
    words = await (await fetch(WORDS)).json();
    wordKeys = Object.keys(words);
  } catch {
    words = null;
  }
}

/**
 * What the typed letters may mean, likely ones first: {text, used} with the number of letters it stands for. Whole
 * words, then words for the beginning, then single characters. Nothing is remembered: what was typed is personal.
 */
export function candidatesOf(typed) {
  if (typed === '') return [];
  const found = new Map();
  const add = (text, used) => found.has(text) || found.set(text, { text, used });
  for (const word of wordsAt(typed)) add(word, typed.length);
  if (Object.hasOwn(table, typed)) for (const one of table[typed]) add(one, typed.length);
  for (const word of wordsAhead(typed)) add(word, typed.length);
  for (let used = typed.length - 1; used >= 2; used--) {
    if (!isPinyin(typed.slice(used))) continue;
    for (const word of wordsAt(typed.slice(0, used))) add(word, used);
  }
  for (let used = Math.min(typed.length, LONGEST_SYLLABLE); used >= 1; used--) {
    const syllable = typed.slice(0, used);
    if (used === typed.length || !isPinyin(typed.slice(used))) continue;
    if (Object.hasOwn(table, syllable)) for (const one of table[syllable]) add(one, used);
  }
  for (const syllable of completions(typed)) add([...table[syllable]][0], typed.length);
  return [...found.values()];
}

/** True if the letters are syllables one after the other, the last one perhaps unfinished. */
export function isPinyin(typed) {
  if (typed.length > LONGEST) return false;
  const whole = [true];
  for (let from = 0; from < typed.length; from++) {
    if (!whole[from]) continue;
    if (startsSyllable(typed.slice(from))) return true;
    for (let to = from + 1; to <= Math.min(typed.length, from + LONGEST_SYLLABLE); to++) {
      if (Object.hasOwn(table, typed.slice(from, to))) whole[to] = true;
    }
  }
  return whole[typed.length] === true;
}

/** True if some syllable begins with `typed`. */
export function startsSyllable(typed) {
  return completions(typed).length > 0;
}

/** A frequent word with this character in it, to tell it from others that sound the same; or undefined. */
export function exampleOf(character, syllable) {
  if (words === null) return undefined;
  for (const key of near(syllable)) {
    const word = words[key].split(' ').find((one) => one.startsWith(character));
    if (word) return word;
  }
  return undefined;
}

/** Every syllable with its characters, likely ones first. */
export const readings = table;

/** The words of a key, or without one all keys there are. */
export function wordsByKey(key) {
  return key === undefined ? wordKeys : wordsAt(key);
}

function wordsAt(key) {
  return words !== null && Object.hasOwn(words, key) ? words[key].split(' ') : [];
}

/** Words whose letters go on from here, the shortest ones first. */
function wordsAhead(typed) {
  if (words === null || typed.length < 3) return [];
  const keys = near(typed).filter((key) => key !== typed && key.length <= typed.length + 5);
  keys.sort((a, b) => a.length - b.length);
  return keys.slice(0, WORDS_AHEAD).map((key) => words[key].split(' ')[0]);
}

/** Keys that begin with these letters; the keys are sorted. */
function near(letters) {
  let low = 0;
  let high = wordKeys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wordKeys[middle] < letters) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let at = low; at < wordKeys.length && wordKeys[at].startsWith(letters); at++) found.push(wordKeys[at]);
  return found;
}

function completions(typed) {
  return syllables.filter((syllable) => syllable.startsWith(typed));
}
