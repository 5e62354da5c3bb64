import { EN } from './words-en.js';
import { ZH } from './words-zh.js';

/** The technician's own words, by language; citizens never read them. */
export const WORDS = { zh: ZH, en: EN };
