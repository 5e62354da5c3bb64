const TOUCH_EVERY_MILLIS = 3_000;
const SLACK_MILLIS = 3_000;

/**
 * Watches for a citizen who went away. The server owns the time-out (`idle` of the View, or a page's own
 * table where no session exists); this shows the question in time, tells the server about presses it
 * cannot see, and with patience 2 (elder sizes) holds the server back so that every time doubles.
 * It has no timer: whoever owns it calls tick() about twice a second.
 */
export class IdleWatch {
  #now;
  #touch;
  #leave;
  #full = null;
  #warnAt = Infinity;
  #endAt = Infinity;
  #serverEndAt = Infinity;
  #unsent = false;
  #sentAt = -Infinity;

  /** `touch()` tells the server, `leave()` ends and wipes; `now` in milliseconds. */
  constructor({ now, touch, leave }) {
    this.#now = now;
    this.#touch = touch;
    this.#leave = leave;
  }

  /** Null, or {seconds, of} while the question must be shown. */
  get warning() {
    const now = this.#now();
    if (now < this.#warnAt) return null;
    const seconds = (millis) => Math.max(0, Math.ceil(millis / 1000));
    return { seconds: seconds(this.#endAt - now), of: seconds(this.#endAt - this.#warnAt) };
  }

  /** The server's or the page's times, counted from now; `fresh` on a new page; null switches off. */
  follow(idle, { fresh, patience, server }) {
    if (!idle) return this.off();
    const now = this.#now();
    this.#serverEndAt = server ? now + idle.endInMillis : Infinity;
    if (fresh || this.#full === null) this.#full = idle;
    if (fresh || this.#warnAt === Infinity) this.#schedule(idle, patience);
    else if (patience === 1) this.#schedule(idle, 1);
  }

  off() {
    this.#full = null;
    this.#warnAt = this.#endAt = this.#serverEndAt = Infinity;
    this.#unsent = false;
  }

  /** The citizen pressed something. */
  activity(patience) {
    if (this.#full === null) return;
    this.#schedule(this.#full, patience);
    this.#unsent = this.#serverEndAt !== Infinity;
  }

  /** A call that resets the server's timer has just been made. */
  sent() {
    this.#unsent = false;
    this.#sentAt = this.#now();
  }

  tick() {
    const now = this.#now();
    const serverWouldEnd = this.#serverEndAt - now < SLACK_MILLIS && this.#endAt > this.#serverEndAt + 1_000;
    if ((this.#unsent || serverWouldEnd) && now - this.#sentAt >= TOUCH_EVERY_MILLIS) {
      this.sent();
      this.#touch();
    }
    const grace = this.#serverEndAt === Infinity ? 0 : SLACK_MILLIS;
    if (now >= this.#endAt + grace) {
      this.off();
      this.#leave();
    }
  }

  #schedule(idle, patience) {
    const now = this.#now();
    this.#warnAt = now + idle.warnInMillis * patience;
    this.#endAt = now + idle.endInMillis * patience;
  }
}
