import { spelledAt } from '../shared/find.js';

/** Where the name of a building ends, the surest sign first; what follows is the door. */
const BUILDINGS = [
  /^.*[\dA-Za-z一二三四五六七八九十](?:号楼|幢|栋|座)/u,
  /^.*[\d一二三四五六七八九十]号院?/u,
  /^.*[\d一二三四五六七八九十](?:组|弄|巷)/u,
  /^.*\D(?=\d+[室房户]?$)/u,
];
const ORDER = new Intl.Collator('zh-CN', { numeric: true });
const LONGEST_WORD = 24;

/** The part of an address that neighbours share: the building, else the house's number, the group, or all of it. */
export function buildingOf(address) {
  for (const part of BUILDINGS) {
    const found = part.exec(address);
    if (found) return found[0];
  }
  return address;
}

/** Households by building, both in the order of their numbers: [{building, houses}], each household with its `door`. */
export function byBuilding(houses) {
  const groups = new Map();
  for (const house of houses) {
    const building = buildingOf(house.address);
    const door = house.address.slice(building.length).replace(/^[\s-]+/u, '') || house.address;
    if (!groups.has(building)) groups.set(building, []);
    groups.get(building).push({ ...house, door });
  }
  return [...groups]
    .map(([building, all]) => ({ building, houses: all.sort((a, b) => ORDER.compare(a.door, b.door)) }))
    .sort((a, b) => ORDER.compare(a.building, b.building));
}

/**
 * The households whose address has every typed word, one after the other: Chinese, digits, pinyin or its initials, any part
 * of it. Digits are looked for where a number begins, and are all of it when more was typed behind them: 3-1-201 finds no
 * 13号楼 and no 11单元.
 */
export function sought(houses, typed) {
  const words = plain(typed).split(' ').filter(Boolean);
  return words.length === 0 ? houses : houses.filter(({ address }) => has(plain(address), words));
}

function plain(text) {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\-–—,，、.。/()#]+/gu, ' ').trim();
}

function has(address, words) {
  let rest = address;
  return words.every((word, at) => {
    rest = behind(rest, word, at < words.length - 1);
    return rest !== null;
  });
}

/** What follows the first place where the word is, or null. */
function behind(text, word, more) {
  const there = text.search(pattern(word, more));
  if (there >= 0) return text.slice(there + word.length);
  if (!/[a-z]/.test(word) || word.length > LONGEST_WORD) return null;
  const characters = [...text];
  const from = spelledAt(characters, word);
  return from < 0 ? null : characters.slice(from + 1).join('');
}

/** The word as it stands; its digits begin a number, and end it too when more was typed behind them. */
function pattern(word, more) {
  const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp((/^\d/.test(word) ? '(?<!\\d)' : '') + literal + (more && /\d$/.test(word) ? '(?!\\d)' : ''), 'u');
}
