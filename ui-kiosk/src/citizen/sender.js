import { ApiError, Unreachable } from '../shared/api.js';
import { PressGate } from '../shared/press-gate.js';

const END_MILLIS = 3_000;
const RELOAD_EVERY_MILLIS = 10_000;
const ITEMS_AGAIN_MILLIS = 2_000;
const WHY_AGAIN_MILLIS = 5_000;

/** Sends the citizen's presses to the runtime and puts its answers, also the refusals, onto the screen. */
export class Sender {
  #app;
  #api;
  #gate = new PressGate({ held: () => this.#app.impatient() });
  // Leaving must work even while another press is still being answered.
  #wayOut = new PressGate();
  #reloadAt = 0;
  #itemsAsked = 0;
  #itemsAgainAt = null;
  #whyAgainAt = 0;

  constructor(app, api) {
    this.#app = app;
    this.#api = api;
  }

  /** The citizen has gone: what is still being answered for her keeps the next one from nothing. */
  forget() {
    this.#gate.release();
    this.#wayOut.release();
  }

  /** One press on a page of a session; answers true if the runtime took it. */
  act(action, body) {
    return this.#gate.pass(() => this.#send(action, body));
  }

  /** One press that says several things, each after the other was taken; answers true if all were. */
  actAll(steps) {
    return this.#gate.pass(async () => {
      for (const [action, body = {}] of steps) {
        if (!(await this.#send(action, body))) return false;
      }
      return true;
    });
  }

  begin(itemCode) {
    return this.#gate.pass(async () => {
      const { visit } = this.#app;
      this.#app.busySince = performance.now();
      try {
        const view = await this.#api.post('/api/sessions', { itemCode });
        if (visit === this.#app.visit) this.#app.take(view);
      } catch (error) {
        if (visit !== this.#app.visit) return;
        if (error.code === 'ITEM_UNAVAILABLE') this.#unavailable();
        else {
          this.#app.visit.stumbled = true;
          this.refused(error);
        }
        await this.loadItems();
      } finally {
        if (visit === this.#app.visit) this.#app.answered();
      }
    });
  }

  /** Ends the session; a card that still lies on the reader keeps its own page, without personal data. */
  end() {
    return this.#wayOut.pass(async () => {
      const { visit } = this.#app;
      const id = visit.view?.id;
      if (id === undefined) {
        await this.#app.calls.leave();
        return this.#app.wipe();
      }
      try {
        const view = await this.#api.post(`/api/sessions/${id}/end`, {}, END_MILLIS);
        if (visit === this.#app.visit) this.#app.take(view);
      } catch (error) {
        if (visit !== this.#app.visit) return;
        if (error.status === 409) await this.#refresh(id);
        else this.#app.wipe();
        this.refused(error);
      }
    });
  }

  /** The citizen is still here; only the times of the answer matter. */
  async touch() {
    const { visit } = this.#app;
    if (!visit.view) return;
    try {
      const view = await this.#api.post(`/api/sessions/${visit.view.id}/touch`, {});
      if (visit === this.#app.visit) this.#app.takeIdle(view.idle);
    } catch (error) {
      if (visit === this.#app.visit) await this.#settle(error);
    }
  }

  async loadItems() {
    const asked = ++this.#itemsAsked;
    this.#itemsAgainAt = null;
    try {
      const { items } = await this.#api.get('/api/items');
      // Two changes in quick succession: the answer to the former question may come last.
      if (asked === this.#itemsAsked) this.#app.items = items;
      this.#app.requestUpdate();
    } catch (error) {
      // A list that is out of date would keep the machine closed: nobody tells of its change twice.
      if (asked === this.#itemsAsked) this.#itemsAgainAt = performance.now() + ITEMS_AGAIN_MILLIS;
      this.refused(error);
    }
  }

  /** Asks again for a list that could not be had, and why there is no desk yet: nobody tells of that. */
  tick() {
    const now = performance.now();
    if (this.#itemsAgainAt !== null && now >= this.#itemsAgainAt) this.loadItems();
    if (this.#app.kiosk?.starting && now >= this.#whyAgainAt) this.#askWhy(now);
  }

  async #askWhy(now) {
    this.#whyAgainAt = now + WHY_AGAIN_MILLIS;
    try {
      const kiosk = await this.#api.get('/api/kiosk');
      // What the stream said meanwhile is newer.
      if (this.#app.kiosk?.starting) this.#app.kiosk = kiosk;
      this.#app.requestUpdate();
    } catch (error) {
      this.refused(error);
    }
  }

  /** A new start of the runtime means a new token, and only a new page carries it. */
  refused(error) {
    if (!(error instanceof ApiError) || error.status !== 401) return;
    const now = performance.now();
    if (now - this.#reloadAt < RELOAD_EVERY_MILLIS) return;
    this.#reloadAt = now;
    globalThis.location.reload();
  }

  async #send(action, body) {
    const { visit } = this.#app;
    const id = visit.view?.id;
    if (id === undefined) return false;
    const seen = visit.events;
    this.#app.busySince = performance.now();
    this.#app.requestUpdate();
    try {
      // What was agreed to and what is printed goes by the language of the page that was pressed.
      const { language } = this.#app.words;
      const told = language === visit.toldLanguage ? body : { ...body, language };
      const view = await this.#api.post(`/api/sessions/${id}/${action}`, told);
      visit.toldLanguage = language;
      if (visit !== this.#app.visit) return false;
      visit.stumbled = false;
      this.#app.take(view);
      // Something happened meanwhile, so the answer may be older than the stream: ask again.
      if (visit.events !== seen && visit === this.#app.visit) await this.#refresh(id);
      return true;
    } catch (error) {
      if (visit === this.#app.visit) await this.#settle(error);
      return false;
    } finally {
      if (visit === this.#app.visit) this.#app.answered();
    }
  }

  async #settle(error) {
    const id = this.#app.visit.view?.id;
    // Whether it was taken nobody knows: the runtime answers a second press with where the citizen is.
    this.#app.visit.stumbled = true;
    this.#app.requestUpdate();
    if (error instanceof Unreachable) return;
    if (error.status < 500) this.#app.visit.stumbled = false;
    if (error.code === 'FORM_REJECTED') this.#app.visit.form.reject(error.fields);
    else if (error.code === 'SIGNATURE_TOO_SHORT') this.#app.visit.inkShort = true;
    else if (error.status === 404) this.#app.wipe();
    else if ([409, 422].includes(error.status) && id) await this.#refresh(id);
    else this.refused(error);
    this.#app.requestUpdate();
  }

  async #refresh(id) {
    const { visit } = this.#app;
    try {
      for (let seen = NaN; visit === this.#app.visit && visit.events !== seen; ) {
        // What the stream says while this is answered may be newer than the answer.
        seen = visit.events;
        const view = await this.#api.get(`/api/sessions/${id}`);
        if (visit === this.#app.visit && visit.events === seen) this.#app.take(view);
      }
    } catch (error) {
      if (error.status === 404 && visit === this.#app.visit) this.#app.wipe();
    }
  }

  #unavailable() {
    this.#app.visit.fault = { fault: 'ITEM_UNAVAILABLE', code: '', actions: ['end'] };
  }
}
