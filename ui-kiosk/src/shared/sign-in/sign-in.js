import { html, nothing } from 'lit';
import '../components/number-pad.js';
import { LightElement } from '../components/light-element.js';
import { Unreachable } from '../api.js';
import { Words } from '../i18n.js';
import { icons } from '../icons.js';
import { PressGate } from '../press-gate.js';
import { button } from '../template.js';
import { covers, StaffSession } from './staff-session.js';
import { TypedSecret } from './typed-secret.js';
import { SIGN_IN_WORDS } from './words.js';

/**
 * Badge number and PIN, on the number pad of the screen or on a keyboard. Set `api`, `language` ('zh', 'en')
 * and `needed` (a role). Says 'signed-in' with a StaffSession as detail, or 'left' when somebody turns away.
 * Shows wrong tries left, lock-outs counting down, and has a PIN changed that must be.
 */
export class SignIn extends LightElement {
  static properties = {
    api: { attribute: false },
    language: { type: String },
    needed: { type: String },
    /** Shown above at first: 'NOT_SIGNED_IN' when a session ended by itself. */
    notice: { type: String },
    /** Whether a key card may be used: where there is a laptop to ask it. */
    cards: { attribute: false },
    /** Changes with the letters' size. */
    layout: { type: String },
  };

  #typed = new TypedSecret();
  #gate = new PressGate({ holdMillis: 300 });
  #session = null;
  /** What the key card is to sign, and what it answered. */
  #card = null;
  #problem = null;
  #lockedUntil = 0;
  #clock = null;

  constructor() {
    super();
    this.language = 'zh';
    this.needed = 'COUNTER';
    this.keys = (event) => this.#key(event);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.keys);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.keys);
    clearInterval(this.#clock);
    this.#typed.forget();
  }

  firstUpdated() {
    if (this.notice) this.#say(this.words.text(`signIn.${this.notice}`));
    this.querySelector('h1').focus();
  }

  get words() {
    return new Words(this.language, SIGN_IN_WORDS);
  }

  get #locked() {
    return Math.max(0, Math.ceil((this.#lockedUntil - performance.now()) / 1000));
  }

  render() {
    const { words } = this;
    const { stage, length, shown, secret } = this.#typed;
    const said = length === 0 ? words.text('signIn.empty') : words.text('signIn.typed', { n: length });
    return html`<section class="sign-in" data-stage=${stage}>
      <h1 tabindex="-1">${words.text(`signIn.${stage}Title`)}</h1>
      <p class="sign-in-hint">${words.text(`signIn.${stage}Hint`, { badge: this.#typed.badge })}</p>
      <div class="live" role="status" aria-live="polite">${this.#line(words)}</div>
      ${stage === 'card' ? cardStage(this, this.#card) : html`<p class="readout number" role="img" aria-label=${secret ? said : `${said} ${shown}`}>${shown}</p>
      <kk-number-pad .words=${words} layout=${`${this.layout}${this.language}`} @key=${(event) => this.#type(event.detail)}></kk-number-pad>
      ${stage === 'pin' && this.cards ? button({ action: 'card', label: words.text('signIn.card'), press: () => this.#gate.pass(() => this.#challenge()) }) : nothing}`}
      <div class="actions back-and-on">
        ${button({ action: 'back', label: words.text(stage === 'badge' ? 'signIn.leave' : 'signIn.back'), press: () => this.#back() })}
        ${button({ action: 'next', label: words.text(LABELS[stage]), kind: 'primary', press: () => this.#next() })}
      </div>
    </section>`;
  }

  #line(words) {
    if (this.#gate.busy) return html`<p class="line busy"><span>${words.text('signIn.busy')}</span></p>`;
    const text = this.#locked > 0 ? words.text('signIn.locked', { time: lasting(words, this.#locked) }) : this.#problem;
    return text ? html`<p class="line warn">${icons.warn}<span>${text}</span></p>` : nothing;
  }

  #type(key) {
    this.#problem = null;
    this.#typed.type(key);
    this.requestUpdate();
  }

  #key(event) {
    if (event.target.closest?.('textarea')) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = event.key === 'Backspace' ? 'erase' : event.key;
    if (key === 'erase' || /^[\da-zA-Z-]$/.test(key)) this.#type(key);
    else if (event.key === 'Escape') this.#back();
    else if (event.key === 'Enter' && !event.target.closest?.('button')) this.#next();
    else return;
    event.preventDefault();
  }

  #back() {
    const { stage } = this.#typed;
    this.#session?.signOut();
    this.#session = null;
    this.#card = null;
    this.#typed.forget();
    this.#problem = null;
    this.requestUpdate();
    if (stage === 'badge') this.dispatchEvent(new CustomEvent('left'));
  }

  #next() {
    const { stage } = this.#typed;
    if (this.#locked > 0 || (stage === 'card' ? this.#card.answer === '' : this.#typed.length === 0)) return undefined;
    switch (stage) {
      case 'badge':
        return this.#go(() => this.#typed.toPin());
      case 'new':
        return this.#go(() => this.#typed.toAgain());
      default:
        return this.#gate.pass(() => this.#ask());
    }
  }

  #go(step) {
    step();
    this.#problem = null;
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('h1')?.focus());
  }

  async #ask() {
    this.requestUpdate();
    try {
      if (this.#typed.stage === 'pin' || this.#typed.stage === 'card') await this.#signIn();
      else await this.#change();
    } catch (refused) {
      this.#refused(refused);
    } finally {
      queueMicrotask(() => this.requestUpdate());
    }
  }

  /** Draws what the card is to sign; what was typed as a PIN goes with its answer. */
  async #challenge() {
    try {
      const challenge = await this.api.post('/api/access/challenge', { badge: this.#typed.badge });
      this.#card = { ...challenge, answer: '' };
      this.#go(() => this.#typed.toCard());
    } catch (refused) {
      this.#refused(refused);
    } finally {
      queueMicrotask(() => this.requestUpdate());
    }
  }

  /** An answer is good for one try: whatever comes of it, the next one begins with the PIN. */
  async #open() {
    const { badge, stage } = this.#typed;
    if (stage !== 'card') return StaffSession.begin(this.api, badge, this.#typed.takePin());
    const card = { nonce: this.#card.nonce, answer: this.#card.answer.replace(/\s/g, '') };
    const pin = this.#typed.takeWithCard();
    this.#card = null;
    this.#typed.toPin();
    return StaffSession.beginWithCard(this.api, badge, pin, card);
  }

  async #signIn() {
    const session = await this.#open();
    if (!covers(session.role, this.needed)) {
      await session.signOut();
      const role = (name) => this.words.text(`role.${name}`);
      this.#typed.forget();
      this.#say(this.words.text('signIn.ROLE', { role: role(session.role), needed: role(this.needed) }));
      return;
    }
    this.#session = session;
    if (session.limited) this.#go(() => this.#typed.toNew());
    else this.#done();
  }

  async #change() {
    const change = this.#typed.takeChange();
    if (change === null) {
      this.#typed.toNew();
      this.#say(this.words.text('signIn.DIFFERENT'));
      return;
    }
    await this.#session.changePin(change.pin, change.newPin);
    const { limited } = await this.#session.left();
    if (!limited) return this.#done();
    // An administrator has yet to put a key card in force, which a page cannot read.
    await this.#session.signOut();
    this.#session = null;
    this.#typed.forget();
    this.#say(this.words.text('signIn.CARD'));
  }

  #done() {
    const session = this.#session;
    this.#session = null;
    this.#typed.forget();
    this.dispatchEvent(new CustomEvent('signed-in', { detail: session }));
  }

  #refused(refused) {
    const { words } = this;
    const code = (refused.code ?? '').replace(/^ACCESS_/, '');
    if (this.#typed.stage === 'again') this.#typed.toNew();
    if (code === 'LOCKED') return this.#lock(refused.details.seconds ?? 60);
    if (code === 'NOT_SIGNED_IN') this.#typed.forget();
    const left = refused.details?.attemptsLeft ?? 0;
    if (refused instanceof Unreachable) return this.#say(words.text('signIn.UNREACHABLE'));
    if (code === 'REFUSED') return this.#say(words.text(left > 0 ? 'signIn.REFUSED' : 'signIn.REFUSED_LAST', { left }));
    return this.#say(words.text(words.has(`signIn.${code}`) ? `signIn.${code}` : 'signIn.OTHER', { code }));
  }

  #lock(seconds) {
    this.#lockedUntil = performance.now() + seconds * 1000;
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      if (this.#locked === 0) {
        clearInterval(this.#clock);
        this.#problem = this.words.text('signIn.lockOver');
      }
      this.requestUpdate();
    }, 1000);
  }

  #say(problem) {
    this.#problem = problem;
    this.requestUpdate();
  }
}

/** What the card is to sign, and where its answer is pasted. */
function cardStage(page, card) {
  const { words } = page;
  return html`<pre class="challenge" tabindex="0" aria-label=${words.text('signIn.cardText')}>${card.text}</pre>
    <div class="form-row"><label for="card-answer">${words.text('signIn.cardAnswer')}</label>
      <textarea id="card-answer" rows="4" spellcheck="false" autocomplete="off" @input=${(event) => (card.answer = event.target.value)}></textarea></div>`;
}

const LABELS = { badge: 'signIn.next', pin: 'signIn.signIn', card: 'signIn.signIn', new: 'signIn.next', again: 'signIn.save' };

function lasting(words, seconds) {
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  return m > 0 ? words.text('signIn.minutes', { m, s }) : words.text('signIn.seconds', { s });
}

customElements.define('kk-sign-in', SignIn);
