import maps from './keymaps.json' with { type: 'json' };

const BURST_MILLIS = 35;
const BURST_KEYS = 5;

/**
 * The keypad under the screen (数字键盘, 盲文键盘), one key map a model: turns its keys into words such as 'next',
 * 'confirm', 'repeat'. Key repeat counts for nothing. A code scanner set up as a keyboard writes faster than
 * anybody can: what comes in such a burst is dropped whole, its Enter too.
 */
export class Keypad {
  #map = maps.standard;
  #told;
  #typed;
  #burst = [];
  #timer = 0;

  /** `told(word, focused)` for keys of the map, `typed(event)` for letters, digits and Backspace. */
  constructor({ told, typed }) {
    this.#told = told;
    this.#typed = typed;
  }

  static get models() {
    return Object.keys(maps);
  }

  /** Another model's map; an unknown name keeps the one there is. */
  use(model) {
    this.#map = maps[model] ?? this.#map;
  }

  /** Listens before anything else in the window does. */
  listen(window) {
    window.addEventListener('keydown', (event) => this.#down(event), { capture: true });
  }

  #down(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const word = this.#map[event.code] ?? (event.key === '#' ? 'confirm' : undefined);
    const letter = (event.key.length === 1 && !/\p{C}/u.test(event.key)) || event.key === 'Backspace';
    if (word === undefined && !letter) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat) return;
    const plain = word !== undefined && event.key.length > 1 && event.code !== 'Enter';
    if (plain && event.code !== 'Backspace') this.#told(word);
    else {
      // What had the focus when the key went down is meant, also a moment later.
      const focused = document.activeElement;
      this.#hold(word === undefined ? () => this.#typed(event) : () => this.#told(word, focused));
    }
  }

  /** Letters, digits and Enter wait for a moment, to see whether a machine is writing. */
  #hold(deliver) {
    this.#burst.push(deliver);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const held = this.#burst;
      this.#burst = [];
      if (held.length < BURST_KEYS) held.forEach((one) => one());
    }, BURST_MILLIS);
  }
}
