import zh from './i18n/zh.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };

const CATALOGUES = { zh, en };
/** Texts that are never filled in, by their words: the runtime may keep their sound. */
const CLIPS = Object.fromEntries(Object.entries(CATALOGUES).map(([language, texts]) => [language, clipsOf(texts)]));

/** Words for the screens: one catalogue a language, the same keys in each (a test keeps it so). */
export class Words {
  #catalogue;

  /** `catalogues` are another face's own words, by language; without them, the citizen's. */
  constructor(language, catalogues = CATALOGUES) {
    this.language = language;
    this.#catalogue = catalogues[language];
  }

  /** The text at `key`, with {name} filled from `values`; an unknown key is a mistake in the program. */
  text(key, values = {}) {
    const found = this.#find(key);
    if (typeof found !== 'string') throw new Error(`no words for ${key}`);
    return fill(found, values);
  }

  /** The list of texts at `key`. */
  list(key, values = {}) {
    const found = this.#find(key);
    if (!Array.isArray(found)) throw new Error(`no list of words for ${key}`);
    return found.map((line) => fill(line, values));
  }

  /** `prefix.code` if the catalogue knows the code, else `prefix.OTHER`: codes come from the server. */
  keyed(prefix, code) {
    return this.has(`${prefix}.${code}`) ? `${prefix}.${code}` : `${prefix}.OTHER`;
  }

  has(key) {
    return this.#find(key) !== undefined;
  }

  /** The name of a fixed text of a language, or undefined. */
  clipOf(text, language) {
    return CLIPS[language].get(text);
  }

  /** Whether the page is English and the record has English for this field. */
  speaks(record, field) {
    return this.language === 'en' && Boolean(record[`${field}En`]);
  }

  /** The English field of a data record if English is on and the record has one, else the Chinese one. */
  pick(record, field) {
    return this.speaks(record, field) ? record[`${field}En`] : (record[field] ?? '');
  }

  #find(key) {
    let node = this.#catalogue;
    for (const part of key.split('.')) {
      node = typeof node === 'object' && node !== null && Object.hasOwn(node, part) ? node[part] : undefined;
    }
    return node;
  }
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

function clipsOf(node, path = '', into = new Map()) {
  for (const [key, value] of Object.entries(node)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value !== 'string') clipsOf(value, name, into);
    else if (!/[{}]/.test(value) && !into.has(value)) into.set(value, name);
  }
  return into;
}
