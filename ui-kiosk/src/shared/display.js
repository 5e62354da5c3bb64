const SIZES = ['standard', 'elder', 'xl'];
const AT_FIRST = { size: 'standard', black: false, low: false, language: 'zh', voice: false };

/**
 * How this citizen wants to meet the screen: letter size, black background, low reach, language, voice. One press
 * changes it on any page; it lasts for the session and is undone after it. Written to <html> as data-*, together with
 * `data-room`: 'tight' where keys and lists have the lower half of the glass only, or a glass that lies.
 */
export class Display {
  #root;
  #state;
  #changed;
  #lying;

  /** `lying` is the media query of a glass that is wider than high; `changed` is told of every change. */
  constructor(root, changed, lying = globalThis.matchMedia('(orientation: landscape)')) {
    this.#root = root;
    this.#changed = changed;
    this.#lying = lying;
    this.reset();
    lying.addEventListener('change', () => this.#set({}));
  }

  /** The glass is wider than high: what is read stands beside what is pressed. */
  get wide() {
    return this.#lying.matches;
  }

  /** Keys and lists have about 800 px of height. */
  get tight() {
    return this.low || this.wide;
  }

  get size() {
    return this.#state.size;
  }

  get black() {
    return this.#state.black;
  }

  get low() {
    return this.#state.low;
  }

  get language() {
    return this.#state.language;
  }

  get voice() {
    return this.#state.voice;
  }

  /** Elder sizes and listeners get twice the time before a question about leaving. */
  get patience() {
    return this.#state.size === 'standard' && !this.voice ? 1 : 2;
  }

  /** Changes with everything that moves the layout. */
  get key() {
    return [...Object.values(this.#state), this.wide].join('|');
  }

  get untouched() {
    return Object.keys(AT_FIRST).every((name) => this.#state[name] === AT_FIRST[name]);
  }

  nextSize() {
    this.#set({ size: SIZES[(SIZES.indexOf(this.size) + 1) % SIZES.length] });
  }

  toggleBlack() {
    this.#set({ black: !this.black });
  }

  toggleLow() {
    this.#set({ low: !this.low });
  }

  toggleLanguage() {
    this.#set({ language: this.language === 'zh' ? 'en' : 'zh' });
  }

  toggleVoice() {
    this.#set({ voice: !this.voice });
  }

  reset() {
    this.#state = { ...AT_FIRST };
    this.#show();
  }

  #set(change) {
    this.#state = { ...this.#state, ...change };
    this.#show();
    this.#changed();
  }

  #show() {
    this.#root.dataset.size = this.size;
    this.#root.dataset.contrast = this.black ? 'black' : 'normal';
    this.#root.dataset.reach = this.low ? 'low' : 'normal';
    this.#root.dataset.room = this.tight ? 'tight' : 'ample';
    this.#root.lang = this.language === 'zh' ? 'zh-CN' : 'en';
  }
}
