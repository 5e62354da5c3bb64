const TOUCH_EVERY_MILLIS = 3_000;
const SLACK_MILLIS = 3_000;
/** The clocks of server and browser do not go quite alike: a long session is asked a little late, never early. */
const LATE_MILLIS = 1_000;

/**
 * Watches for a citizen who went away. The server owns the time-out (`idle` of the View, or a page's own
 * table where no session exists); this shows the question in time, tells the server about presses it
 * cannot see, and with patience 2 (elder sizes) holds the server back so that every time doubles.
 * However often it is touched, a long session is asked too, at `askInMillis`; that question stands until
 * it is answered, whatever the server shows meanwhile.
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
  #askAt = Infinity;
  #asked = false;
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
    const askIn = idle.askInMillis ?? Infinity;
    this.#serverEndAt = server ? now + Math.min(idle.endInMillis, askIn + warningOf(idle)) : Infinity;
    if (fresh || this.#full === null) this.#full = idle;
    if (this.#asked && !fresh) return undefined;
    this.#asked = false;
    // What was pressed before the question was seen is no answer to it: it is asked all the same.
    if (fresh || now < this.#askAt - LATE_MILLIS) this.#askAt = now + askIn + LATE_MILLIS;
    if (fresh || this.#warnAt === Infinity) this.#schedule(idle, patience);
    else if (patience === 1) this.#schedule(idle, 1);
    return undefined;
  }

  off() {
    this.#full = null;
    this.#warnAt = this.#endAt = this.#serverEndAt = this.#askAt = Infinity;
    this.#asked = this.#unsent = false;
  }

  /** The citizen pressed something. */
  activity(patience) {
    if (this.#full === null) return;
    // The server's next word says when it is asked again.
    if (this.#asked) this.#askAt = Infinity;
    this.#asked = false;
    this.#schedule(this.#full, patience);
    this.#unsent = this.#serverEndAt !== Infinity;
  }

  /** A call that resets the server's timer has just been made. */
  sent() {
    this.#unsent = false;
    this.#sentAt = this.#now();
  }

  /** `patience` as it is now; `held` while nobody is to be asked. */
  tick(patience = 1, held = false) {
    const now = this.#now();
    if (!held && !this.#asked && now >= this.#askAt) this.#ask(patience);
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

  /** Asks now, unless the question stands already, and takes no press before this one for an answer. */
  #ask(patience) {
    this.#asked = true;
    this.#unsent = false;
    if (this.warning) return;
    this.#warnAt = this.#now();
    this.#endAt = this.#warnAt + warningOf(this.#full) * patience;
  }

  #schedule(idle, patience) {
    const now = this.#now();
    this.#warnAt = now + idle.warnInMillis * patience;
    this.#endAt = now + idle.endInMillis * patience;
  }
}

/** How long the question stands. */
function warningOf({ warnInMillis, endInMillis }) {
  return endInMillis - warnInMillis;
}
