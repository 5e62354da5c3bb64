import table from '#pinyin';

const syllables = Object.keys(table).sort();

/**
 * The characters read `typed`, likely ones first; while a syllable is unfinished, the first one of each
 * completion. Nothing is remembered: what was typed is personal.
 */
export function candidatesOf(typed) {
  if (typed === '') return [];
  if (Object.hasOwn(table, typed)) return [...table[typed]];
  return [...new Set(completions(typed).map((syllable) => [...table[syllable]][0]))];
}

/** True if some syllable begins with `typed`; other letters are not accepted. */
export function startsSyllable(typed) {
  return completions(typed).length > 0;
}

function completions(typed) {
  return syllables.filter((syllable) => syllable.startsWith(typed));
}
