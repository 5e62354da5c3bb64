import { html, nothing } from 'lit';
import { LightElement } from '../shared/components/light-element.js';
import { Display } from '../shared/display.js';
import { Words } from '../shared/i18n.js';
import { SteadyHand } from '../shared/steady-hand.js';
import { frame } from './frame.js';
import { HelpCalls } from './help-calls.js';
import { pageOf } from './pages/index.js';
import { RuntimeLine } from './runtime-line.js';
import { Sender } from './sender.js';
import { StillThere } from './still-there.js';
import { Visit } from './visit.js';
import { VoiceGuide } from './voice/guide.js';

const TICK_MILLIS = 500;

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
  #stillThere = null;
  #line = null;
  #shownKey = null;
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
    this.calls = new HelpCalls(this, api, () => this.visit.view === null && this.#stillThere.follow(true));
    this.#stillThere = new StillThere(this, () => this.#sender.touch());
    this.#line = new RuntimeLine(this, api, {
      told: (name, data) => this.#event(name, data),
      lost: (error) => this.#sender.refused(error),
    });
    setInterval(() => this.#tick(), TICK_MILLIS);
    const here = () => this.#stillThere.activity();
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

  /** Why the machine serves nobody now, or null; see RuntimeLine. */
  get outage() {
    return this.#line?.outage ?? null;
  }

  /**
   * What is said of a press that waits for its answer: nothing for a second, unless another press could not wait; 'busy';
   * after five seconds 'slow'. After twenty the press is given up, and what may be done is said.
   */
  get waiting() {
    if (this.busySince === null) return null;
    const millis = performance.now() - this.busySince;
    if (millis > 5_000) return 'slow';
    return this.#pressedAgain || millis > 1_000 ? 'busy' : null;
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
    this.#stillThere.follow(true);
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
    this.#stillThere.activity();
    this.guide.key(word, focused);
  }

  /** A letter, a digit or Backspace of a keypad or keyboard. */
  typed(event) {
    this.#stillThere.activity();
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
    this.#stillThere.follow(fresh);
    this.requestUpdate();
  }

  /** The server counts anew from now; nothing else changed. */
  takeIdle(idle) {
    this.#stillThere.again(idle);
  }

  /** Forgets the visit and everything the citizen set. */
  wipe() {
    const { again } = this.visit;
    this.visit = new Visit();
    this.#sender.forget();
    this.answered();
    this.#stillThere.off();
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

  render() {
    if (!this.api || this.#line.booting) return nothing;
    this.drawn = pageOf(this);
    return html`${frame(this, this.drawn)}${this.#stillThere.dialog()}`;
  }

  updated() {
    const answer = this.querySelector('#answer');
    if (answer) answer.scrollTop = answer.scrollHeight;
    for (const arrow of this.querySelectorAll('kk-toward, kk-front-map')) arrow.aim();
    const heading = this.querySelector('h1');
    const key = `${this.outage}|${this.visit.pageKey}|${this.calls?.pageKey}|${this.words.language}`;
    if (heading === null) return;
    document.querySelector('.first')?.remove();
    document.title = this.drawn.documentTitle;
    if (this.#stillThere.said()) return;
    if (key === this.#shownKey) {
      this.guide.redrawn();
      return;
    }
    this.#shownKey = key;
    this.#hand.pageChanged();
    heading.focus({ preventScroll: true });
    this.guide.arrived();
  }

  #stumble() {
    this.visit.stumbled = true;
    this.requestUpdate();
  }

  #event(name, text) {
    if (name === 'kiosk') {
      this.calls.heard(text);
      this.#keypad?.use(text.front?.keypad);
      this.#sender.loadItems();
    }
    if (name === 'token') this.api.use(text.token);
    if (name === 'session') {
      this.visit.events++;
      this.take(text);
    }
    this.requestUpdate();
  }

  #tick() {
    this.#stillThere.tick();
    this.guide.tick();
    this.#sender.tick();
    if (this.#line.gone && (this.visit.view || !this.display.untouched)) this.wipe();
    this.requestUpdate();
  }

  #displayChanged() {
    this.words = new Words(this.display.language);
    if (this.visit.view === null) this.#stillThere?.follow(true);
    this.requestUpdate();
    if (this.display.voice === this.#hadVoice) return;
    this.#hadVoice = this.display.voice;
    this.updateComplete.then(() => this.guide.turnedOn());
  }
}

customElements.define('kiosk-app', KioskApp);
