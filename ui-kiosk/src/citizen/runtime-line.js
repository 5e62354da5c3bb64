import { EventStream } from '../shared/event-stream.js';

const OUT_AFTER_MILLIS = 2_500;
const FORGET_AFTER_MILLIS = 90_000;

/** The runtime's event stream: whether it is there, since when it is not, and therefore whether anybody can be served. */
export class RuntimeLine {
  #app;
  #lostAt = performance.now();

  /** `told(name, data)` gets every event, `lost(error)` hears of every failure. */
  constructor(app, api, { told, lost }) {
    this.#app = app;
    new EventStream(api, '/api/events', {
      up: () => {
        this.#lostAt = null;
        app.requestUpdate();
      },
      down: (error) => {
        this.#lostAt ??= performance.now();
        lost(error);
        app.requestUpdate();
      },
      event: told,
    }).start();
  }

  /** Before the first word from the runtime there is nothing to show yet. */
  get booting() {
    return this.#app.kiosk === null && !this.#out;
  }

  /** So long away that whoever was here must not be found here by the next. */
  get gone() {
    return this.#lostFor > FORGET_AFTER_MILLIS;
  }

  /** Why the machine serves nobody now: null, 'out', 'unenrolled', 'starting', 'locked' or 'nothing'. */
  get outage() {
    const { kiosk, items, visit } = this.#app;
    if (kiosk === null || this.#out) return 'out';
    if (kiosk.unenrolled) return 'unenrolled';
    if (kiosk.starting) return 'starting';
    const idle = visit.view === null && visit.fault === null;
    if (idle && kiosk.locked) return 'locked';
    return idle && items.length > 0 && items.every((item) => !item.available) ? 'nothing' : null;
  }

  get #out() {
    return this.#lostFor > OUT_AFTER_MILLIS;
  }

  get #lostFor() {
    return this.#lostAt === null ? 0 : performance.now() - this.#lostAt;
  }
}
