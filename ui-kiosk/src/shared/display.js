const SIZES = ['standard', 'elder', 'xl'];
const AT_FIRST = { size: 'standard', black: false, low: false, language: 'zh', voice: false };

/**
 * How this citizen wants to meet the screen: letter size, black background, low reach, language, voice. One press
 * changes it on any page; it lasts for the session and is undone after it. Written to <html> as data-*.
 */
export class Display {
  #root;
  #state;
  #changed;

  constructor(root, changed) {
    this.#root = root;
    this.#changed = changed;
    this.reset();
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
    return Object.values(this.#state).join('|');
  }

  get untouched() {
    return this.key === Object.values(AT_FIRST).join('|');
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
    this.#root.lang = this.language === 'zh' ? 'zh-CN' : 'en';
  }
}
