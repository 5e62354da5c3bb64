import { html, nothing } from 'lit';
import '../shared/components/idle-dialog.js';
import { IdleWatch } from './idle-watch.js';

/** Pages without a session have their own times; with changed display settings the first page resets too. */
const LOCAL_IDLE = { warnInMillis: 60_000, endInMillis: 80_000 };
const RESET_DISPLAY = { warnInMillis: 60_000, endInMillis: 60_000 };

/** The question "still there?": when it is asked, whom it is not asked, how it is said, and that it is answered by a key alone. */
export class StillThere {
  #app;
  #watch;
  #saidSeconds = null;

  /** `touch()` tells the runtime that somebody is there. */
  constructor(app, touch) {
    this.#app = app;
    this.#watch = new IdleWatch({ now: () => performance.now(), touch, leave: () => app.leave() });
  }

  /** Somebody pressed something. */
  activity() {
    this.#watch.activity(this.#patience);
  }

  /** Takes the times of what is shown now, from now on; `fresh` on a new page. */
  follow(fresh) {
    const { visit, display } = this.#app;
    const local = visit.screen === 'items' || visit.helping ? LOCAL_IDLE : display.untouched ? null : RESET_DISPLAY;
    this.#watch.follow(visit.view ? visit.view.idle : local, {
      fresh,
      patience: this.#patience,
      server: visit.view !== null,
    });
  }

  /** The server counts anew from now; nothing else changed. */
  again(idle) {
    this.#watch.follow(idle, { fresh: false, patience: this.#patience, server: true });
  }

  off() {
    this.#watch.off();
  }

  /** Twice a second. */
  tick() {
    // Nobody is hurried while something is read out, nor who waits for somebody to come: but a question that stands
    // is answered by a key alone.
    const held = this.#app.guide.holding || this.#waits;
    if (held && !this.#watch.warning) this.activity();
    this.#watch.tick(this.#patience, held);
  }

  dialog() {
    const warning = this.#watch.warning;
    return warning
      ? html`<kk-idle-dialog .words=${this.#app.words} .seconds=${warning.seconds} .of=${warning.of}
          @stay=${() => this.#stay()} @leave=${() => this.#app.leave()}></kk-idle-dialog>`
      : nothing;
  }

  /** True while the question stands; it is read out once, then the seconds at 10 and 5. */
  said() {
    const { guide } = this.#app;
    const { seconds } = this.#watch.warning ?? {};
    const dialog = this.#app.querySelector('kk-idle-dialog');
    if (dialog && this.#saidSeconds === null) dialog.updateComplete.then(() => guide.readDialog());
    else if (dialog && seconds !== this.#saidSeconds) guide.countDown(seconds);
    this.#saidSeconds = dialog ? seconds : null;
    return dialog !== null;
  }

  #stay() {
    this.activity();
    this.#watch.tick(this.#patience);
    this.#app.requestUpdate();
  }

  /** Whether this citizen called somebody who may still come. A call from before the session may be another's. */
  get #waits() {
    const { help, visit } = this.#app;
    return Boolean(help?.waiting) && (help.session ?? '') === (visit.view?.id ?? '');
  }

  get #patience() {
    return this.#app.display.patience;
  }
}
