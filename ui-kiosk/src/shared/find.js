import table from '#pinyin' with { type: 'json' };

/** The life events in the order of their tiles; those no item stands under get none. */
export const EVENTS = [
  'OLD_AGE', 'HEALTH', 'IDENTITY', 'CHILD', 'WORK', 'HOME',
  'HARDSHIP', 'PAYING', 'DRIVING', 'MARRIAGE', 'BUSINESS', 'ASKING',
];

const readings = new Map();

/** Items under this event, or all; what can be done now comes first, each half in the catalogue's order. */
export function listed(items, event) {
  const chosen = event === null ? items : items.filter((item) => item.lifeEvents?.includes(event));
  return nowFirst(chosen);
}

/** How many items stand under an event, and how many of them can be done now. */
export function countOf(items, event) {
  const all = listed(items, event);
  return { all: all.length, now: all.filter((item) => item.available).length };
}

/** What keeps most items from being done now: {why, n}, or null when everything can be done. */
export function troubleOf(items) {
  const counts = new Map();
  for (const { available, why } of items) if (!available) counts.set(why, (counts.get(why) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? { why: most[0], n: most[1] } : null;
}

/** Items whose number begins with these digits; the exact one first. */
export function byNumber(items, digits) {
  if (digits === '') return [];
  const found = items.filter(({ number }) => number > 0 && String(number).startsWith(digits));
  return found.sort((a, b) => String(a.number).length - String(b.number).length);
}

/**
 * Items whose name these letters may stand for, best first: initials (ylrz), whole syllables (yanglao) or both mixed,
 * from any character on. Without a hit, those of the longest beginning that has some: {items, exact}.
 */
export function byLetters(items, letters) {
  for (let length = letters.length; length > 0; length--) {
    const found = matching(items, letters.slice(0, length));
    if (found.length > 0) return { items: found, exact: length === letters.length };
  }
  return { items: [], exact: letters === '' };
}

function matching(items, letters) {
  const ranked = items.map((item) => ({ item, rank: rankOf(item, letters) })).filter(({ rank }) => rank < Infinity);
  ranked.sort((a, b) => a.rank - b.rank);
  return nowFirst(ranked.map(({ item }) => item));
}

function rankOf({ name, initials = '' }, letters) {
  const own = initials.indexOf(letters);
  if (own >= 0) return own;
  const from = spelledAt([...name], letters);
  return from < 0 ? Infinity : from + 0.5;
}

/** From which of these characters on the letters may be read, by initials, syllables or both; -1 from none. */
export function spelledAt(characters, letters) {
  return characters.findIndex((_, from) => reads(characters, from, letters));
}

/** Whether the letters may be read off the characters from here on. */
function reads(characters, from, letters) {
  if (letters === '') return true;
  if (from >= characters.length) return false;
  return readingsOf(characters[from]).some(
    (reading) =>
      reading.startsWith(letters) ||
      (letters.startsWith(reading) && reads(characters, from + 1, letters.slice(reading.length))) ||
      (letters[0] === reading[0] && reads(characters, from + 1, letters.slice(1))),
  );
}

function readingsOf(character) {
  if (/^[a-z0-9]$/i.test(character)) return [character.toLowerCase()];
  if (!readings.has(character)) {
    readings.set(character, Object.keys(table).filter((syllable) => table[syllable].includes(character)));
  }
  return readings.get(character);
}

function nowFirst(items) {
  return [...items.filter((item) => item.available), ...items.filter((item) => !item.available)];
}
