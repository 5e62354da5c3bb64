/**
 * Lets one press through and holds back the next ones for half a second, or for as long as the first
 * is still being answered: an unsteady hand that presses twice sends once, also across a page change.
 */
export class PressGate {
  #now;
  #holdMillis;
  #last = -Infinity;
  #busy = false;

  constructor({ now = () => performance.now(), holdMillis = 500 } = {}) {
    this.#now = now;
    this.#holdMillis = holdMillis;
  }

  get busy() {
    return this.#busy;
  }

  /** Runs `work` and answers its result; answers undefined, without running it, when the gate is shut. */
  async pass(work) {
    const at = this.#now();
    if (this.#busy || at - this.#last < this.#holdMillis) return undefined;
    this.#last = at;
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}
