const MILLIS = 3_000;

/**
 * Lets a line be read, or heard to its end, before it changes: a new value takes the place of the one that stands
 * when that has stood for three seconds, not sooner. What came and went in between was never shown.
 */
export class Pace {
  #now;
  #shown = null;
  #since = -Infinity;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** What is to be shown while `value` is the newest; asked again and again. Null is nothing. */
  of(value) {
    const at = this.#now();
    if (value !== this.#shown && at - this.#since >= MILLIS) {
      this.#shown = value;
      this.#since = at;
    }
    return this.#shown;
  }
}
