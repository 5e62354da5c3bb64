import { html, nothing } from 'lit';
import { Unreachable } from '../shared/api.js';
import { LightElement } from '../shared/components/light-element.js';
import { Words } from '../shared/i18n.js';
import { icons } from '../shared/icons.js';
import { FreshPage } from '../shared/fresh-page.js';
import { PressGate } from '../shared/press-gate.js';
import '../shared/sign-in/sign-in.js';
import { FirstTime } from './first-time.js';
import { doctor } from './pages/doctor.js';
import { firstStart } from './pages/first-start.js';
import { health } from './pages/health.js';
import { log } from './pages/log.js';
import { queue } from './pages/queue.js';
import { service } from './pages/service.js';
import { setup } from './pages/setup.js';
import { staff } from './pages/staff.js';
import { WORDS } from './words.js';

const PAGES = { setup, health, queue, doctor, log, service, staff };
const IDLE_MILLIS = 600_000;
const STARTING_MILLIS = 1_500;
/** Where somebody came from at the machine's own glass; a laptop came from nowhere. */
const HOMES = { '#panel': '/', '#worker': '/worker' };
/** At the machine's own glass nobody finds a sign-in page in place of the first page for longer than this. */
const HOME_MILLIS = 60_000;

/**
 * The technician's face: signs somebody in, then shows one of seven pages. It decides nothing; the runtime does. Come to from
 * the citizens' screens (`#panel`, `#worker`), it goes back there by itself; on a laptop it stays.
 */
export class TechnicianApp extends LightElement {
  static properties = { language: { state: true }, page: { state: true }, problem: { state: true }, restarting: { state: true } };

  session = null;
  /** What the page's last call answered; every page begins with none. */
  data = null;
  first = new FirstTime(this);
  /** What the page remembers of itself: which step, what is typed. */
  own = {};
  /** Which field the last refusal was about, or ''. */
  refusedField = '';
  #api = null;
  #fresh = null;
  #back = HOMES[globalThis.location.hash];
  #gate = new PressGate({ holdMillis: 0 });
  #notice = '';
  #idle = null;

  constructor() {
    super();
    this.language = 'zh';
    this.page = 'setup';
    this.problem = null;
    this.restarting = null;
  }

  start(api, fresh = new FreshPage('')) {
    this.#api = api;
    this.#fresh = fresh;
    for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, () => this.#awake(), { capture: true });
    this.#awake();
    this.requestUpdate();
    this.first.look();
  }

  get api() {
    return this.#api;
  }

  get words() {
    return new Words(this.language, WORDS);
  }

  get busy() {
    return this.#gate.busy;
  }

  render() {
    if (!this.#api) return nothing;
    document.documentElement.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    if (this.restarting) return this.#away();
    if (this.session) return this.#signedIn();
    return this.first.asks ? this.#firstStart() : this.#signIn();
  }

  /** The runtime starts anew, and with it this page; nothing can be pressed meanwhile. */
  #away() {
    const { words } = this;
    document.title = words.text('app.title');
    return html`<header class="bar"><span class="bar-title">${words.text('app.title')}</span></header>
      <main data-page="restarting"><h1 tabindex="-1">${words.text('app.restarting')}</h1>
        <div class="live" role="status" aria-live="polite"><p class="line busy"><span>${words.text(this.restarting)}</span></p></div></main>`;
  }

  /** Where nobody is signed in: the two ways away are at the top. */
  #outside(page, body) {
    const { words } = this;
    document.title = words.text('app.title');
    return html`<header class="bar">
        <span class="bar-title">${words.text('app.title')}</span>
        ${this.#tool('language', words.text('app.language'), () => this.#switch())}
        ${this.#tool('citizens', words.text('app.citizens'), () => this.#home())}
      </header>
      <main data-page=${page}>${body}</main>`;
  }

  #firstStart() {
    const { title, body } = firstStart(this);
    return this.#outside('first-start', html`<h1 tabindex="-1">${title}</h1>
      <div class="live" role="status" aria-live="polite">${this.#line()}</div>${body}`);
  }

  #signIn() {
    return this.#outside('sign-in', html`<kk-sign-in .api=${this.#api} language=${this.language} needed="TECHNICIAN" .cards=${true} notice=${this.#notice}
      @signed-in=${(event) => this.#begin(event.detail)} @left=${() => this.#home()}></kk-sign-in>`);
  }

  #signedIn() {
    const { words } = this;
    const shown = PAGES[this.page](this);
    document.title = `${shown.title} - ${words.text('app.title')}`;
    return html`<header class="bar">
        <span class="bar-title">${words.text(`app.${this.session.role === 'ADMINISTRATOR' ? 'administrator' : 'who'}`, { badge: this.session.badge })}</span>
        ${this.#tool('language', words.text('app.language'), () => this.#switch())}
        ${this.#tool('sign-out', words.text('app.signOut'), () => this.#signOut())}
      </header>
      <nav class="pages" aria-label=${words.text('app.nav')}>${Object.keys(PAGES).map(
        (page) => html`<button type="button" class="tab" data-nav=${page} aria-current=${page === this.page ? 'page' : nothing}
          @click=${() => this.go(page)}>${words.text(`nav.${page}`)}</button>`,
      )}</nav>
      <main data-page=${this.page}>
        <h1 tabindex="-1">${shown.title}</h1>
        <div class="live" role="status" aria-live="polite">${this.#line()}</div>
        ${shown.body}
      </main>`;
  }

  #line() {
    if (this.busy) return html`<p class="line busy"><span>${this.words.text('app.busy')}</span></p>`;
    if (!this.problem) return nothing;
    const { kind, text } = this.problem;
    return html`<p class="line ${kind}">${kind === 'ok' ? icons.ok : icons.warn}<span>${text}</span></p>`;
  }

  #tool(name, label, press) {
    return html`<button type="button" class="button small" data-action=${name} @click=${press}>${label}</button>`;
  }

  #home() {
    return this.#fresh.leaveFor(this.#back ?? '/');
  }

  async #signOut() {
    await this.session?.signOut();
    if (this.#back) await this.#home();
  }

  /** The runtime was told to start anew: says so, and takes a new page when it is back. */
  restarts(words) {
    this.restarting = words;
    return this.#fresh.afterRestart('/technician');
  }

  #switch() {
    this.language = this.language === 'zh' ? 'en' : 'zh';
    if (this.session) this.reload();
  }

  #begin(session) {
    this.session = session;
    this.#notice = '';
    session.addEventListener('ended', () => this.#ended(session));
    this.#awake();
    this.go('setup');
  }

  /** Nothing of what was shown stays. */
  #ended(session) {
    if (this.session !== session) return;
    clearTimeout(this.#idle);
    this.session = null;
    this.data = null;
    this.own = {};
    this.problem = null;
    this.#notice = 'NOT_SIGNED_IN';
    this.#awake();
    this.requestUpdate();
  }

  #awake() {
    clearTimeout(this.#idle);
    if (this.session) this.#idle = setTimeout(() => this.session?.signOut(), IDLE_MILLIS);
    else if (this.#back) this.#idle = setTimeout(() => this.session || this.restarting || this.#home(), this.first.asks ? IDLE_MILLIS : HOME_MILLIS);
  }

  go(page) {
    this.page = page;
    this.data = null;
    this.own = {};
    this.problem = null;
    this.requestUpdate();
    return this.reload().then(() => this.querySelector('main h1')?.focus());
  }

  reload() {
    return PAGES[this.page].load(this);
  }

  /** Remembers something of the page, and draws it. */
  set(own) {
    this.own = { ...this.own, ...own };
    this.requestUpdate();
  }

  say(kind, text) {
    this.problem = { kind, text };
  }

  /** Asks the runtime, one thing at a time; answers undefined when it refused, which the page then says. */
  async ask(call, body = {}, waitMillis = 60_000) {
    const { session } = this;
    return session ? this.asked(() => session.post(`/api/technician/${call}`, { lang: this.language, ...body }, waitMillis)) : undefined;
  }

  async asked(send) {
    if (this.busy) return undefined;
    this.problem = null;
    this.refusedField = '';
    const asking = this.#gate.pass(send);
    this.requestUpdate();
    try {
      return await asking;
    } catch (refused) {
      if (this.session || this.first.asks) this.say('warn', this.#why(refused));
      if (refused.code === 'STARTING') this.#soon();
      return undefined;
    } finally {
      queueMicrotask(() => this.requestUpdate());
    }
  }

  /** After a start the rooms behind a page come one by one: it asks again, and nobody has to press. */
  #soon() {
    const { page } = this;
    setTimeout(() => this.session && this.page === page && this.data === null && this.reload(), STARTING_MILLIS);
  }

  #why(refused) {
    const { words } = this;
    if (refused instanceof Unreachable) return words.text('error.UNREACHABLE');
    const { code, details } = refused;
    const key = details?.detail ?? details?.rule ?? '';
    this.refusedField = key;
    const named = ['setup.field', 'setup.step', 'setup.sealFault', 'first.rule', 'first.why', 'setup'].map((at) => `${at}.${key}`).find((at) => key && words.has(at));
    return words.text(words.keyed('error', code), { code, detail: named ? words.text(named) : key });
  }

  /** Like `ask`, and the answer is what the page shows from now on. */
  async load(call, body) {
    const answer = await this.ask(call, body);
    if (answer !== undefined) this.data = answer;
    this.requestUpdate();
    return answer;
  }
}

customElements.define('kk-technician', TechnicianApp);
