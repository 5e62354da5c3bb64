/** Side of the corner at the upper left, in pixels of the glass, and how long it must be held. */
export const CORNER = { side: 140, holdMillis: 5_000 };

/**
 * The way of those who know it: the upper left corner of the glass held for five seconds with one finger. Nothing is
 * drawn there and nothing a citizen needs hangs on it; behind it is a sign-in page, so finding it opens nothing.
 */
export class QuietCorner {
  #allowed;
  #open;
  #clock;
  #finger = null;
  #timer = null;

  /** `allowed()` says whether anybody may leave the page now; `open()` leaves it. */
  constructor({ allowed, open, clock = { after: (work, millis) => setTimeout(work, millis), stop: (timer) => clearTimeout(timer) } }) {
    this.#allowed = allowed;
    this.#open = open;
    this.#clock = clock;
  }

  listen(window) {
    window.addEventListener('pointerdown', (event) => this.#down(event), { passive: true });
    for (const type of ['pointerup', 'pointercancel', 'blur', 'keydown']) window.addEventListener(type, () => this.#forget(), { passive: true });
  }

  #down({ pointerId, isPrimary, clientX, clientY }) {
    const second = this.#finger !== null && this.#finger !== pointerId;
    this.#forget();
    if (second || !isPrimary || clientX > CORNER.side || clientY > CORNER.side || !this.#allowed()) return;
    this.#finger = pointerId;
    this.#timer = this.#clock.after(() => {
      this.#forget();
      // A card may have been put down meanwhile.
      if (this.#allowed()) this.#open();
    }, CORNER.holdMillis);
  }

  #forget() {
    this.#clock.stop(this.#timer);
    this.#timer = null;
    this.#finger = null;
  }
}
