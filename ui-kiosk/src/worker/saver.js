/**
 * Keeps what is typed: sends each answer as it stands, one call at a time, the newest of each field. `state` is
 * 'saved' only when the runtime has answered for everything, so that nothing is called kept before it is.
 */
export class Saver {
  #send;
  #changed;
  #waiting = new Map();
  #running = null;
  #failed = false;

  /** `send(field, value)` answers when it is on the disk; `changed()` is told of every new state. */
  constructor(send, changed) {
    this.#send = send;
    this.#changed = changed;
  }

  get state() {
    if (this.#running || this.#waiting.size > 0) return this.#failed ? 'failed' : 'saving';
    return this.#failed ? 'failed' : 'saved';
  }

  /** What was typed and is not kept yet, by field. */
  get waiting() {
    return Object.fromEntries(this.#waiting);
  }

  put(field, value) {
    this.#waiting.set(field, value);
    this.#failed = false;
    this.#running ??= this.#run();
    this.#changed();
  }

  /** Waits until everything is kept; answers whether it is. */
  async settled() {
    if (this.#failed && this.#waiting.size > 0) {
      this.#failed = false;
      this.#running ??= this.#run();
    }
    await this.#running;
    return this.state === 'saved';
  }

  async #run() {
    try {
      while (this.#waiting.size > 0) {
        const [field, value] = this.#waiting.entries().next().value;
        await this.#send(field, value);
        if (this.#waiting.get(field) === value) this.#waiting.delete(field);
      }
    } catch {
      this.#failed = true;
    } finally {
      this.#running = null;
      this.#changed();
    }
  }
}
