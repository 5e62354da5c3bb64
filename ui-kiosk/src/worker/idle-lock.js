const IDLE_MILLIS = 5 * 60_000;

/** Locks a tablet that lies about: five minutes without a touch or a key. Drafts stay, they are on the disk. */
export class IdleLock {
  #lock;
  #timer = null;

  constructor(lock) {
    this.#lock = lock;
  }

  listen(window) {
    for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, () => this.#timer && this.start(), { capture: true });
  }

  start() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lock(), IDLE_MILLIS);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }
}
