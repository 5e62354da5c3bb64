/**
 * Keeps what is typed: sends each answer as it stands, one call at a time, the newest of each field. `state` is
 * 'saved' only when the runtime has answered for everything, so that nothing is called kept before it is. What the runtime
 * takes from nobody ('refused') is left on the page to be mended, and keeps no other answer waiting.
 */
export class Saver {
  #send;
  #changed;
  #waiting = new Map();
  #refused = new Map();
  #running = null;
  #failed = false;

  /** `send(field, value)` answers when it is on the disk; `changed()` is told of every new state. */
  constructor(send, changed) {
    this.#send = send;
    this.#changed = changed;
  }

  get state() {
    if (this.#running || this.#waiting.size > 0) return this.#failed ? 'failed' : 'saving';
    if (this.#failed) return 'failed';
    return this.#refused.size > 0 ? 'refused' : 'saved';
  }

  /** What was typed and is not kept yet, by field. */
  get waiting() {
    return Object.fromEntries([...this.#refused, ...this.#waiting]);
  }

  /** The fields whose answers the runtime does not take. */
  get refused() {
    return [...this.#refused.keys()];
  }

  put(field, value) {
    this.#refused.delete(field);
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
        if (!(await this.#taken(field, value)) && this.#waiting.get(field) === value) this.#refused.set(field, value);
        if (this.#waiting.get(field) === value) this.#waiting.delete(field);
      }
    } catch {
      this.#failed = true;
    } finally {
      this.#running = null;
      this.#changed();
    }
  }

  /** Whether it is kept; one that can never be is no reason to try again. */
  async #taken(field, value) {
    try {
      await this.#send(field, value);
      return true;
    } catch (refused) {
      if (refused.code !== 'FIELD_ANSWERS') throw refused;
      return false;
    }
  }
}
