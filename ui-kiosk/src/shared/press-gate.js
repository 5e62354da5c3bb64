/**
 * Lets one press through and holds back the next ones for half a second, or for as long as the first
 * is still being answered: an unsteady hand that presses twice sends once, also across a page change. A later press
 * that is held back by a slow answer is not sent, for the page it meant may be gone with that answer; `held` is told,
 * so that it is not met with silence.
 */
export class PressGate {
  #now;
  #holdMillis;
  #held;
  #last = -Infinity;
  #running = null;

  constructor({ now = () => performance.now(), holdMillis = 500, held = () => {} } = {}) {
    this.#now = now;
    this.#holdMillis = holdMillis;
    this.#held = held;
  }

  /** True while a press is being answered. */
  get busy() {
    return this.#running !== null;
  }

  /** Runs `work` and answers its result; answers undefined, without running it, when the gate is shut. */
  async pass(work) {
    const at = this.#now();
    if (at - this.#last < this.#holdMillis) return undefined;
    if (this.#running !== null) {
      this.#held();
      return undefined;
    }
    const mine = {};
    this.#last = at;
    this.#running = mine;
    try {
      return await work();
    } finally {
      if (this.#running === mine) this.#running = null;
    }
  }

  /** Whoever pressed has gone: an answer that is still awaited holds nobody else back. */
  release() {
    this.#running = null;
  }
}
