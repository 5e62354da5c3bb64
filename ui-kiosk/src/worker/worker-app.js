import { html, nothing } from 'lit';
import { Api } from '../shared/api.js';
import { Words } from '../shared/i18n.js';
import { icons } from '../shared/icons.js';
import '../shared/sign-in/sign-in.js';
import { button } from '../shared/template.js';
import './type-sheet.js';
import { IdleLock } from './idle-lock.js';
import { pages } from './pages/index.js';
import { Work } from './work.js';
import { WORKER_WORDS } from './words.js';

const LOOK_MILLIS = 3_000;
const SELDOM = 5;

/** The face of a grid worker: who is signed in, which page is shown, and what a press does. */
export class WorkerApp extends Work {
  static properties = { version: { state: true } };

  #api = new Api(document.querySelector('meta[name=kiosk-token]').content);
  #idle = new IdleLock(() => this.lock());
  #looks = 0;
  #looking = false;

  constructor() {
    super();
    this.language = 'zh';
    this.notice = '';
    this.addEventListener('focusout', () => this.requestUpdate());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#idle.listen(window);
    setInterval(() => this.#look(), LOOK_MILLIS);
  }

  /** Often while something is on its way, else now and then. */
  async #look() {
    const busy = (this.today?.unsent ?? 0) > 0 || this.handed !== '';
    if (this.#looking || document.hidden || (!busy && ++this.#looks % SELDOM !== 0)) return;
    this.#looking = true;
    await this.refresh(!this.#idle.takeTouch());
    this.#looking = false;
  }

  get api() {
    return this.#api;
  }

  get words() {
    return new Words(this.language, WORKER_WORDS);
  }

  async signedIn(session) {
    this.walkerIsBack(session);
    this.notice = '';
    // The door is still there until the first day is: a second sign-in ends the one before.
    const before = this.session;
    this.session = session;
    before?.signOut();
    session.addEventListener('ended', () => this.#ended(session));
    this.#idle.start();
    await this.home();
  }

  /** Nobody is signed in any more, and nothing of anybody is on the glass; a patrol goes on being noted. */
  lock() {
    this.#idle.stop();
    const { session } = this;
    const walking = this.patrolling;
    const goesOn = this.walkOn(session);
    this.forget();
    if (walking && !goesOn) this.notice = this.words.text('walk.ended');
    if (!goesOn) session?.signOut();
    this.requestUpdate();
  }

  #ended(session) {
    if (session === this.session) return this.lock();
    if (this.walkerIsGone(session)) this.notice = this.words.text('walk.ended');
    this.requestUpdate();
    return undefined;
  }

  switchLanguage() {
    this.language = this.language === 'zh' ? 'en' : 'zh';
    document.documentElement.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    this.requestUpdate();
  }

  render() {
    // The door stays until the day is there.
    if (!this.session || !this.today) return this.#signIn();
    const page = pages[this.page];
    return html`<header class="strip"><p class="where">${this.words.text('title')} ${this.today?.grid ?? ''}</p>${this.#strip()}</header>
      <nav class="tabs" aria-label=${this.words.text('title')}>${['today', 'houses', 'sync'].map((name) => this.#tab(name))}</nav>
      <main data-page=${this.page}>
        <h1 tabindex="-1">${page.title(this)}</h1>
        <div class="live" role="status">${this.said ? html`<p class="line ok">${icons.ok}<span>${this.said}</span></p>` : nothing}</div>
        ${this.problem ? html`<p class="line warn" role="alert">${icons.warn}<span>${this.problem}</span></p>` : nothing}
        <div class="body" tabindex="-1">${page.body(this)}</div>
      </main>
      <aside class="turn">${this.#turn('up', -1)}${this.#turn('down', 1)}</aside>
      <footer>${page.actions?.(this) ?? nothing}</footer>
      ${this.field ? html`<kk-type-sheet .app=${this} .words=${this.words} language=${this.language} kind=${this.field.kind}
        @key=${(event) => this.boardKey(event.detail)} @close=${() => this.closeBoard()}></kk-type-sheet>` : nothing}`;
  }

  #signIn() {
    const said = this.patrolling ? this.words.text('walk.on', { n: this.points }) : this.notice;
    return html`<main class="door" data-page="sign-in">${said ? html`<p class="line" role="status" data-walk=${this.patrolling}>${icons.warn}<span>${said}</span></p>` : nothing}<kk-sign-in .api=${this.#api} language=${this.language} needed="GRID_WORKER"
      @signed-in=${(event) => this.signedIn(event.detail)}></kk-sign-in>
      ${button({ action: 'language', label: this.words.text('strip.language'), press: () => this.switchLanguage() })}</main>`;
  }

  #strip() {
    const { words, today } = this;
    if (!today) return nothing;
    const { unsent } = this.page === 'sync' ? this.sync : today;
    return html`<p class="sent-state" data-unsent=${unsent}>${unsent === 0 ? icons.ok : icons.warn}<span>${
      unsent === 0 ? words.text('strip.allSent') : words.text('strip.unsent', { n: unsent })}</span>
      <span class="net">${words.text(today.online ? 'strip.online' : 'strip.offline')}</span></p>
      ${button({ action: 'language', label: words.text('strip.language'), press: () => this.switchLanguage() })}
      ${button({ action: 'lock', label: words.text('strip.leave'), press: () => this.lock() })}`;
  }

  #tab(name) {
    const on = this.page === name;
    return html`<button type="button" class="tab" data-tab=${name} aria-current=${on ? 'page' : 'false'} @click=${() => this.go(name)}>
      ${on ? icons.ok : nothing}<span>${this.words.text(`tabs.${name}`)}</span></button>`;
  }

  /** Long pages turn by a button as well as by a finger. */
  #turn(name, way) {
    return html`<button type="button" class="button" data-action=${`turn-${name}`} @click=${() => this.#scroll(way)}><span>${this.words.text(`scroll.${name}`)}</span></button>`;
  }

  #scroll(way) {
    const body = this.querySelector('main > .body');
    body.scrollBy({ top: way * body.clientHeight * 0.8 });
  }

  updated() {
    const main = this.querySelector('main');
    const shown = main?.dataset.page;
    if (shown && shown !== this.shownPage) {
      this.shownPage = shown;
      const body = this.querySelector('main > .body');
      if (body) body.scrollTop = 0;
      this.querySelector('main > h1')?.focus();
    }
    document.title = this.querySelector('h1')?.textContent.trim() ?? this.words.text('title');
  }
}

customElements.define('kk-worker-app', WorkerApp);
