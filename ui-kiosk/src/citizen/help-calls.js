import { PressGate } from '../shared/press-gate.js';
import { StaffCheck } from './staff-check.js';

/** The runtime could not even be asked: the telephone is left. */
const BY_PHONE = { state: 'NO_LINE', waiting: false };
/** These pages are about waiting for staff themselves, or must not be forgotten under another. */
const WAITING_PAGES = ['alternative', 'take-card'];

/**
 * The call for help, with a session or without. The runtime keeps it, its times and its end; this presses, and
 * opens the page about it.
 */
export class HelpCalls {
  #app;
  #api;
  #followIdle;
  // Calling must work even while another press is still being answered.
  #gate = new PressGate();
  #typing = new PressGate();
  #news = 0;

  /** `followIdle()` takes other times for the page that is now to be seen. */
  constructor(app, api, followIdle) {
    this.#app = app;
    this.#api = api;
    this.#followIdle = followIdle;
  }

  /** How the call stands, or null: as the runtime says, or known here because it says nothing. */
  get standing() {
    return this.#app.visit.helpByPhone ? BY_PHONE : this.#app.kiosk?.help ?? null;
  }

  /** Changes whenever the page about the call says something else. */
  get pageKey() {
    return this.#app.visit.helping ? `${this.standing?.state}|${this.#app.visit.calling}` : '';
  }

  /** Calls somebody; while somebody is waited for, a second press shows how the call stands. */
  press() {
    return this.#gate.pass(async () => {
      const { visit } = this.#app;
      visit.helpByPhone = false;
      if (!WAITING_PAGES.includes(visit.page)) this.#open();
      if (this.standing?.waiting) return;
      visit.calling = true;
      this.#app.requestUpdate();
      try {
        await this.#tell('', {});
      } catch (error) {
        visit.helpByPhone = true;
        this.#app.refused(error);
      }
      visit.calling = false;
      this.#app.requestUpdate();
    });
  }

  /** The citizen needs nobody any more, or has read the number. */
  done() {
    return this.#gate.pass(() => this.leave());
  }

  /** Ends the call with the visit. */
  async leave() {
    const told = this.#app.kiosk?.help;
    this.#app.visit.helpByPhone = false;
    this.close();
    if (!told) return;
    try {
      await this.#tell('/cancel', {});
    } catch (error) {
      this.#app.refused(error);
    }
  }

  /** Back to the page below; the call stands. */
  close() {
    this.#app.visit.helping = false;
    this.#followIdle();
    this.#app.requestUpdate();
  }

  /** Badge and PIN of whoever came. */
  attend(body) {
    return this.#typing.pass(async () => {
      const { visit } = this.#app;
      try {
        await this.#tell('/attended', body);
      } catch (error) {
        visit.helper = new StaffCheck();
        visit.helper.stage = 'badge';
        visit.helperRefused = error.code === 'STAFF_REFUSED';
        visit.stumbled = !visit.helperRefused;
        this.#app.refused(error);
      }
      this.#app.requestUpdate();
    });
  }

  /** The machine, as the stream tells it. */
  heard(kiosk) {
    this.#news++;
    this.#take(kiosk);
  }

  async #tell(what, body) {
    const seen = this.#news;
    const kiosk = await this.#api.post(`/api/help${what}`, body);
    // What the stream said meanwhile is newer.
    if (this.#news === seen) this.#take(kiosk);
  }

  #take(kiosk) {
    const before = this.#app.kiosk?.help;
    const { visit } = this.#app;
    const now = kiosk.help;
    this.#app.kiosk = kiosk;
    if (!now && !visit.helpByPhone && !visit.calling) {
      visit.helping = false;
      visit.helper = new StaffCheck();
    }
    // Who was told to wait is told in the same large way that nobody comes, unless a card must be taken first.
    if (before?.waiting && now && !now.waiting && visit.page !== 'take-card') this.#open();
    this.#app.requestUpdate();
  }

  #open() {
    const { visit } = this.#app;
    visit.helping = true;
    visit.helper = new StaffCheck();
    this.#followIdle();
    this.#app.requestUpdate();
  }
}
