const IDLE_MILLIS = 5 * 60_000;

/** Locks a tablet that lies about: five minutes without a touch or a key. Drafts stay, they are on the disk. */
export class IdleLock {
  #lock;
  #timer = null;
  #touched = false;

  constructor(lock) {
    this.#lock = lock;
  }

  listen(window) {
    for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, () => this.#touch(), { capture: true });
  }

  #touch() {
    this.#touched = true;
    if (this.#timer) this.start();
  }

  /** Whether anybody touched the tablet since this was asked last. */
  takeTouch() {
    const touched = this.#touched;
    this.#touched = false;
    return touched;
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
