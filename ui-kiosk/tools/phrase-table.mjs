// Makes the words behind the on-screen pinyin keyboard: {"yinhang": "银行 引航", …}, frequent ones first.
import { pinyin } from 'pinyin-pro';

const SHOWN = 12;

export function phraseTable(words) {
  const table = new Map();
  const byUse = words.filter(({ often }) => often).sort((a, b) => b.times - a.times);
  for (const { word } of byUse) {
    const key = pinyin(word, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'v');
    if (!/^[a-z]+$/.test(key)) continue;
    const list = table.get(key);
    if (!list) table.set(key, [word]);
    else if (list.length < SHOWN) list.push(word);
  }
  return Object.fromEntries([...table].sort().map(([key, list]) => [key, list.join(' ')]));
}
