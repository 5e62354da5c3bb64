import { EventParser } from './event-parser.js';

const SILENCE_MILLIS = 25_000;
const RETRY_MILLIS = [250, 1_000, 2_000, 5_000];

/**
 * Keeps one event stream open for as long as the page lives. It is read with fetch, because EventSource
 * cannot send the token. A stream silent for 25 s counts as dead: the runtime writes a comment every 10 s.
 */
export class EventStream {
  #api;
  #path;
  #listener;
  #abort = null;
  #stopped = false;
  #failures = 0;
  #watchdog = 0;

  /** `listener` has event(name, data), up() and down(error). */
  constructor(api, path, listener) {
    this.#api = api;
    this.#path = path;
    this.#listener = listener;
  }

  start() {
    this.#connect();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#watchdog);
    this.#abort?.abort();
  }

  async #connect() {
    if (this.#stopped) return;
    this.#abort = new AbortController();
    try {
      this.#feedWatchdog();
      const response = await this.#api.open(this.#path, this.#abort.signal);
      this.#failures = 0;
      this.#listener.up();
      await this.#read(response.body.getReader());
      throw new Error('stream ended');
    } catch (error) {
      clearTimeout(this.#watchdog);
      if (this.#stopped) return;
      this.#listener.down(error);
      const pause = RETRY_MILLIS[Math.min(this.#failures++, RETRY_MILLIS.length - 1)];
      setTimeout(() => this.#connect(), pause);
    }
  }

  async #read(reader) {
    const decoder = new TextDecoder();
    const parser = new EventParser((event, data) => this.#listener.event(event, JSON.parse(data)));
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      this.#feedWatchdog();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  }

  #feedWatchdog() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#abort.abort(), SILENCE_MILLIS);
  }
}
