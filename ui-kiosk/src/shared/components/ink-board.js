import { html, nothing, svg } from 'lit';
import { LightElement } from './light-element.js';

const PAUSE_MILLIS = 350;
const MOST_STROKES = 64;
const MOST_POINTS = 900;
const SIDE = 600;
const ROWS = { standard: 4, elder: 4, xl: 3 };
const ROWS_TIGHT = 2;

/**
 * A square to write one character into with a finger (手写). What was written goes to the runtime, which reads it
 * offline; the answers are keys beside the square. It says `key` with the character chosen, or `mode` 'pinyin'.
 * A second finger, and a hand that rests on the glass, draw nothing.
 */
export class InkBoard extends LightElement {
  static properties = {
    words: { attribute: false },
    api: { attribute: false },
    layout: { type: String },
    strokes: { state: true },
    found: { state: true },
    broken: { state: true },
  };

  #timer = 0;
  #round = 0;
  #pointer = null;

  constructor() {
    super();
    this.#forget();
    this.broken = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#forget();
  }

  get empty() {
    return this.strokes.length === 0;
  }

  /** Takes the ink away. */
  clear() {
    clearTimeout(this.#timer);
    this.#forget();
  }

  render() {
    const { room, size } = document.documentElement.dataset;
    const shown = this.found.slice(0, (room === 'tight' ? ROWS_TIGHT : ROWS[size]) * 3);
    return html`<div class="ink-row">
      <div class="ink" @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up}
        @pointercancel=${this.#up}>
        ${this.empty ? html`<p class="ink-hint">${this.words.text(this.broken ? 'keys.inkBroken' : 'keys.inkHint')}</p>` : nothing}
        <svg viewBox="0 0 ${SIDE} ${SIDE}" preserveAspectRatio="none" aria-hidden="true">
          ${this.strokes.map((stroke) => svg`<polyline class="ink-line" points=${stroke.join(' ')} />`)}
        </svg>
      </div>
      <div class="ink-found" role="group" aria-label=${this.words.text('keys.candidates')}>
        ${shown.map((character) => html`<button type="button" class="key candidate" lang="zh-CN" data-candidate=${character}
          @click=${() => this.#take(character)}>${character}</button>`)}
        ${shown.length > 0
          ? html`<button type="button" class="key word none" data-key="not-there" @click=${() => this.#say('mode', 'pinyin')}
              ><span>${this.words.text('keys.notThere')}</span></button>`
          : nothing}
      </div>
    </div>`;
  }

  #down = (event) => {
    if (!event.isPrimary || this.#pointer !== null || this.strokes.length >= MOST_STROKES) return;
    event.preventDefault();
    this.#pointer = event.pointerId;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    clearTimeout(this.#timer);
    this.strokes = [...this.strokes, this.#point(event)];
  };

  #move = (event) => {
    if (event.pointerId !== this.#pointer) return;
    const stroke = this.strokes.at(-1);
    if (stroke.length < 2 * MOST_POINTS) this.strokes = [...this.strokes.slice(0, -1), [...stroke, ...this.#point(event)]];
  };

  #up = (event) => {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), PAUSE_MILLIS);
  };

  #point(event) {
    const box = this.querySelector('.ink').getBoundingClientRect();
    const on = (at, from, length) => Math.max(0, Math.min(SIDE, Math.round(((at - from) / length) * SIDE)));
    return [on(event.clientX, box.left, box.width), on(event.clientY, box.top, box.height)];
  }

  async #read() {
    const round = ++this.#round;
    try {
      const { candidates } = await this.api.post('/api/writing', { size: SIDE, strokes: this.strokes, most: 12 }, 5_000);
      if (round !== this.#round || !this.isConnected) return;
      this.found = candidates;
      this.broken = false;
    } catch {
      if (round !== this.#round || !this.isConnected) return;
      // Nobody can read it now: the other ways of writing are under the square.
      this.clear();
      this.broken = true;
    }
  }

  #take(character) {
    this.clear();
    this.#say('key', character);
  }

  #forget() {
    this.#round++;
    this.#pointer = null;
    this.strokes = [];
    this.found = [];
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

customElements.define('kk-ink-board', InkBoard);
