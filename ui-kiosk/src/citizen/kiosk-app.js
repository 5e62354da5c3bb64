import { html, nothing } from 'lit';
import { LightElement } from '../shared/components/light-element.js';
import '../shared/components/idle-dialog.js';
import { Display } from '../shared/display.js';
import { EventStream } from '../shared/event-stream.js';
import { Words } from '../shared/i18n.js';
import { SteadyHand } from '../shared/steady-hand.js';
import { frame } from './frame.js';
import { HelpCalls } from './help-calls.js';
import { IdleWatch } from './idle-watch.js';
import { pageOf } from './pages/index.js';
import { Sender } from './sender.js';
import { Visit } from './visit.js';
import { VoiceGuide } from './voice/guide.js';

const TICK_MILLIS = 500;
const OUT_AFTER_MILLIS = 2_500;
const FORGET_AFTER_MILLIS = 90_000;
/** Pages without a session have their own times; with changed display settings the first page resets too. */
const LOCAL_IDLE = { warnInMillis: 60_000, endInMillis: 80_000 };
const RESET_DISPLAY = { warnInMillis: 60_000, endInMillis: 60_000 };

/**
 * The citizen screens. The server's View decides the page; this element shows it, sends presses, watches
 * for silence, and forgets everything when a visit ends.
 */
export class KioskApp extends LightElement {
  visit = new Visit();
  kiosk = null;
  items = [];
  busySince = null;
  words = new Words('zh');
  display = new Display(document.documentElement, () => this.#displayChanged());

  #sender = null;
  #idle = null;
  #lostAt = performance.now();
  #shownKey = null;
  #saidSeconds = null;
  #hadVoice = false;
  #pressedAgain = false;
  #keypad = null;
  #hand = new SteadyHand();

  /** Starts with the given api; called once. */
  start(api, keypad) {
    this.api = api;
    this.#keypad = keypad;
    this.guide = new VoiceGuide(this, api);
    this.#sender = new Sender(this, api);
    this.calls = new HelpCalls(this, api, () => this.visit.view === null && this.#followIdle(true));
    this.#idle = new IdleWatch({
      now: () => performance.now(),
      touch: () => this.#sender.touch(),
      leave: () => this.leave(),
    });
    new EventStream(api, '/api/events', {
      up: () => this.#connected(),
      down: (error) => this.#disconnected(error),
      event: (name, data) => this.#event(name, data),
    }).start();
    setInterval(() => this.#tick(), TICK_MILLIS);
    const here = () => this.#idle.activity(this.display.patience);
    window.addEventListener('keydown', here, { passive: true });
    window.addEventListener('pointerdown', (event) => {
      here();
      this.guide.hush({ touch: event.target.closest?.('button') !== null });
    }, { passive: true });
    this.#hand.listen(window);
    this.addEventListener('focusin', (event) => this.guide.focused(event.target));
    this.addEventListener('turned', (event) => this.guide.turnedTo(event.target));
    this.requestUpdate();
  }

  /** The telephone number shown wherever help may not come. */
  get phone() {
    return this.kiosk?.helpPhone ?? '12345';
  }

  /** Before the first word from the runtime there is nothing to show yet. */
  get booting() {
    return this.kiosk === null && this.#lostFor() <= OUT_AFTER_MILLIS;
  }

  /** Why the machine serves nobody now: null, 'out', 'unenrolled', 'starting', 'locked' or 'nothing'. */
  get outage() {
    if (this.kiosk === null || this.#lostFor() > OUT_AFTER_MILLIS) return 'out';
    if (this.kiosk.unenrolled) return 'unenrolled';
    if (this.kiosk.starting) return 'starting';
    const idle = this.visit.view === null && this.visit.fault === null;
    if (idle && this.kiosk.locked) return 'locked';
    return idle && this.items.length > 0 && this.items.every((item) => !item.available) ? 'nothing' : null;
  }

  /** True while a press has been waiting for its answer for more than a second, or another press could not wait. */
  get waiting() {
    return this.busySince !== null && (this.#pressedAgain || performance.now() - this.busySince > 1_000);
  }

  /** Another press came while the first is being answered: it is told at once that the machine is at work. */
  impatient() {
    this.#pressedAgain = true;
    this.requestUpdate();
  }

  /** The press has its answer. */
  answered() {
    this.busySince = null;
    this.#pressedAgain = false;
    this.requestUpdate();
  }

  /** The call for help that stands, or null. */
  get help() {
    return this.calls?.standing ?? null;
  }

  act(action, body = {}) {
    return this.#sender.act(action, body);
  }

  actAll(steps) {
    return this.#sender.actAll(steps);
  }

  begin(itemCode) {
    return this.#sender.begin(itemCode);
  }

  callHelp() {
    return this.calls.press();
  }

  /** A call of the runtime was refused. */
  refused(error) {
    this.#sender.refused(error);
  }

  /** Ends the session, if there is one, and shows the first page. */
  leave() {
    return this.#sender.end();
  }

  showItems() {
    this.visit.screen = 'items';
    this.#followIdle(true);
    this.#sender.loadItems();
    this.requestUpdate();
  }

  /** Ends the session, and shows the list again with the display as the citizen set it. */
  backToItems() {
    this.visit.again = true;
    return this.#sender.end();
  }

  /** A word of the keypad. */
  told(word, focused) {
    this.#idle.activity(this.display.patience);
    this.guide.key(word, focused);
  }

  /** A letter, a digit or Backspace of a keypad or keyboard. */
  typed(event) {
    this.#idle.activity(this.display.patience);
    this.guide.hush();
    if (this.querySelector('dialog[open]')) return;
    if (this.drawn?.key?.(event.key)) this.requestUpdate();
  }

  /** The server's View, from an answer or from the stream. */
  take(view) {
    if (!view || view.page === 'attract') {
      if (this.visit.view !== null) this.wipe();
      return;
    }
    if (typeof view.id !== 'string' || typeof view.page !== 'string') return this.#stumble();
    // Another session is another citizen, also when the word that the former one ended was skipped.
    if (this.visit.view && this.visit.view.id !== view.id) this.wipe();
    const before = this.visit.view;
    const fresh = view.page !== before?.page || view.step !== before?.step;
    try {
      this.visit.take(view);
      pageOf(this);
    } catch {
      // A view that cannot be drawn is no page: the one before stays, and says so.
      this.visit.view = before;
      this.#stumble();
      return;
    }
    this.#followIdle(fresh);
    this.requestUpdate();
  }

  /** The server counts anew from now; nothing else changed. */
  takeIdle(idle) {
    this.#idle.follow(idle, { fresh: false, patience: this.display.patience, server: true });
  }

  /** Forgets the visit and everything the citizen set. */
  wipe() {
    const { again } = this.visit;
    this.visit = new Visit();
    this.#sender.forget();
    this.answered();
    this.#idle.off();
    if (again) {
      this.showItems();
      return;
    }
    this.display.reset();
    this.guide.reset();
    this.#hadVoice = false;
    this.words = new Words(this.display.language);
    this.requestUpdate();
  }

  /** The citizen answered "still here". */
  stay() {
    this.#idle.activity(this.display.patience);
    this.#idle.tick();
    this.requestUpdate();
  }

  render() {
    if (!this.api || this.booting) return nothing;
    const warning = this.#idle.warning;
    this.drawn = pageOf(this);
    return html`
      ${frame(this, this.drawn)}
      ${warning
        ? html`<kk-idle-dialog .words=${this.words} .seconds=${warning.seconds} .of=${warning.of}
            @stay=${() => this.stay()} @leave=${() => this.leave()}></kk-idle-dialog>`
        : nothing}
    `;
  }

  updated() {
    const answer = this.querySelector('#answer');
    if (answer) answer.scrollTop = answer.scrollHeight;
    const heading = this.querySelector('h1');
    const key = `${this.outage}|${this.visit.pageKey}|${this.calls?.pageKey}|${this.words.language}`;
    if (heading === null || this.#asksToStay()) return;
    document.querySelector('.first')?.remove();
    document.title = this.drawn.documentTitle;
    if (key === this.#shownKey) {
      this.guide.redrawn();
      return;
    }
    this.#shownKey = key;
    this.#hand.pageChanged();
    heading.focus({ preventScroll: true });
    this.guide.arrived();
  }

  /** True while the question stands; it is read out once, then the seconds at 10 and 5. */
  #asksToStay() {
    const { seconds } = this.#idle.warning ?? {};
    const dialog = this.querySelector('kk-idle-dialog');
    if (dialog && this.#saidSeconds === null) dialog.updateComplete.then(() => this.guide.readDialog());
    else if (dialog && seconds !== this.#saidSeconds) this.guide.countDown(seconds);
    this.#saidSeconds = dialog ? seconds : null;
    return dialog !== null;
  }

  #stumble() {
    this.visit.stumbled = true;
    this.requestUpdate();
  }

  #event(name, text) {
    if (name === 'kiosk') {
      this.calls.heard(text);
      this.#keypad?.use(text.keypad);
      this.#sender.loadItems();
    }
    if (name === 'token') this.api.use(text.token);
    if (name === 'session') {
      this.visit.events++;
      this.take(text);
    }
    this.requestUpdate();
  }

  #connected() {
    this.#lostAt = null;
    this.requestUpdate();
  }

  #disconnected(error) {
    this.#lostAt ??= performance.now();
    this.#sender.refused(error);
    this.requestUpdate();
  }

  #lostFor() {
    return this.#lostAt === null ? 0 : performance.now() - this.#lostAt;
  }

  #tick() {
    // Nobody is hurried while something is read out, but a question that stands is answered by a key alone.
    // Nor who waits for somebody to come; the runtime ends that waiting in time.
    if ((this.guide.holding || this.help?.waiting) && !this.#idle.warning) this.#idle.activity(this.display.patience);
    this.#idle.tick();
    this.guide.tick();
    this.#sender.tick();
    if (this.#lostFor() > FORGET_AFTER_MILLIS && (this.visit.view || !this.display.untouched)) this.wipe();
    this.requestUpdate();
  }

  #followIdle(fresh) {
    const { view, screen } = this.visit;
    const local = screen === 'items' || this.visit.helping ? LOCAL_IDLE : this.display.untouched ? null : RESET_DISPLAY;
    this.#idle.follow(view ? view.idle : local, {
      fresh,
      patience: this.display.patience,
      server: view !== null,
    });
  }

  #displayChanged() {
    this.words = new Words(this.display.language);
    if (this.visit.view === null) this.#followIdle(true);
    this.requestUpdate();
    if (this.display.voice === this.#hadVoice) return;
    this.#hadVoice = this.display.voice;
    this.updateComplete.then(() => this.guide.turnedOn());
  }
}

customElements.define('kiosk-app', KioskApp);
