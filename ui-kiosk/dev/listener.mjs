const KEYS = { next: 'ArrowDown', previous: 'ArrowUp', back: 'ArrowLeft', forward: 'ArrowRight', confirm: 'Enter' };
const CODES = { repeat: 'NumpadMultiply', louder: 'NumpadAdd', softer: 'NumpadSubtract', help: 'NumpadDivide', 'jack-in': 'F17', 'jack-out': 'F18' };
const PATIENCE_MILLIS = 15_000;
const MOST_STOPS = 40;

/** Somebody in front of a covered screen: presses keys of the keypad and goes by what is said, nothing else. */
export class Listener {
  #kiosk;
  #from = 0;

  constructor(kiosk) {
    this.#kiosk = kiosk;
  }

  get #said() {
    return this.#kiosk.runtime.said;
  }

  async press(word) {
    this.#from = this.#said.length;
    const { page } = this.#kiosk;
    if (KEYS[word]) return page.keyboard.press(KEYS[word]);
    const code = CODES[word];
    await page.evaluate((name) => {
      const init = { code: name, key: name.startsWith('F') ? name : '*', bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', init));
    }, code);
  }

  /** Waits until something with these words is said, after the last key. */
  async hears(words, kind) {
    const end = Date.now() + PATIENCE_MILLIS;
    while (Date.now() < end) {
      const found = this.#said.slice(this.#from).some((one) => one.text.includes(words) && (!kind || one.kind === kind));
      if (found) return;
      await pause(20);
    }
    throw new Error(`never heard “${words}”, but: ${this.#heard()}`);
  }

  /** Goes down stop by stop until one begins with these words, and confirms. */
  async choose(words) {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const before = this.#said.length;
      await this.press('next');
      if (!(await this.#settled(before)).some((text) => text.startsWith(words))) continue;
      // The gate of the screens holds a second press within half a second back.
      await pause(550);
      await this.press('confirm');
      return;
    }
    throw new Error(`no stop is called “${words}”: ${this.#heard()}`);
  }

  /** Types digit by digit, each one heard before the next. */
  async digits(text, echo = (digit) => digit) {
    for (const digit of text) {
      const before = this.#said.length;
      this.#from = before;
      await this.#kiosk.page.keyboard.press(digit);
      await this.hears(echo(digit));
    }
    await pause(550);
  }

  /** What is said from there on, once nothing more comes for a while. */
  async #settled(before) {
    const end = Date.now() + PATIENCE_MILLIS;
    let count = before;
    for (let quiet = 0; quiet < 5; quiet++) {
      await pause(25);
      if (this.#said.length !== count || count === before) quiet = -1;
      count = this.#said.length;
      if (Date.now() > end) throw new Error('silence after a key');
    }
    return this.#said.slice(before).map(({ text }) => text);
  }

  #heard() {
    return this.#said.slice(this.#from).map(({ text }) => text).join(' | ');
  }
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
