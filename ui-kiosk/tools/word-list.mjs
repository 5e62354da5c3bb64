// Words and how often they are written, from the dictionary file in jieba-js (ISC; the dictionary is jieba's, MIT):
// lines of word, frequency and kind. Only this text file is used, never its program.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commonCharacters } from './pinyin-table.mjs';

const WORD = /^\p{Script=Han}{2,4}$/u;
/** Place names are rarer in print than on a form. */
const OFTEN = 40;
const OFTEN_FOR_A_PLACE = 2;

/** Every simplified word of two to four characters seen at least twice: {word, often}. */
export function knownWords() {
  const file = createRequire(import.meta.url).resolve('jieba-js/dict/dict.txt.big');
  const simplified = commonCharacters();
  const words = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, count, kind] = line.split(' ');
    const times = Number(count);
    if (times < 2 || !WORD.test(word)) continue;
    if (![...word].every((character) => simplified.has(character))) continue;
    words.push({ word, times, often: times >= (kind === 'ns' ? OFTEN_FOR_A_PLACE : OFTEN) });
  }
  return words;
}
