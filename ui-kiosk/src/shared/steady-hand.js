const MILLIS = 500;

/**
 * A hand that goes on tapping while the page changes under it presses nothing on the new page. Keys of a keyboard
 * take taps as fast as they come.
 */
export class SteadyHand {
  #now;
  #changedAt = -Infinity;
  #tappedAt = -Infinity;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  listen(window) {
    window.addEventListener('click', (event) => this.#click(event), { capture: true });
  }

  /** Another page is on the glass. */
  pageChanged() {
    this.#changedAt = this.#now();
  }

  #click(event) {
    if (!event.isTrusted) return;
    const now = this.#now();
    const goingOn = now - this.#tappedAt < MILLIS && now - this.#changedAt < MILLIS;
    this.#tappedAt = now;
    if (!goingOn || event.target.closest?.('.key')) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}
