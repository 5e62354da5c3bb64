const SIZES = ['standard', 'elder', 'xl'];

/**
 * How this citizen wants to see the screen: letter size, black background, low reach, language. One press
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

  /** Elder sizes get twice the time before a question about leaving. */
  get patience() {
    return this.#state.size === 'standard' ? 1 : 2;
  }

  /** Changes with everything that moves the layout. */
  get key() {
    return Object.values(this.#state).join('|');
  }

  get untouched() {
    return this.key === 'standard|false|false|zh';
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

  reset() {
    this.#state = { size: 'standard', black: false, low: false, language: 'zh' };
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
