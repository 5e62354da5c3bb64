import { html, nothing } from 'lit';
import { icons } from '../icons.js';
import { LightElement } from './light-element.js';
import { candidatesOf, startsSyllable } from '../pinyin.js';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const SIGN_ROWS = ['1234567890', '-/()（）.,、', '号栋楼室路村组'];
const SHOWN = 6;

/**
 * The 26-key board for Chinese and Latin text. Chinese is typed as pinyin, one character at a time, from
 * a row of candidates. It holds only the syllable being typed; finished text leaves as `key` events.
 */
export class TextBoard extends LightElement {
  static properties = {
    words: { attribute: false },
    layout: { type: String },
    mode: { state: true },
    upper: { state: true },
    syllable: { state: true },
    from: { state: true },
  };

  constructor() {
    super();
    this.mode = 'pinyin';
    this.upper = false;
    this.syllable = '';
    this.from = 0;
  }

  /** A key of a real keyboard; answers whether it was used. */
  type(key) {
    if (key === 'Backspace') this.#erase();
    else if (/^[a-zA-Z]$/.test(key)) this.#letter(key.toLowerCase());
    else if (key === ' ' && this.syllable !== '') this.#take(candidatesOf(this.syllable)[0]);
    else if (key.length === 1) this.#say(key);
    else return false;
    return true;
  }

  render() {
    const rows = this.mode === 'digits' ? SIGN_ROWS : ROWS;
    return html`<div class="text-board" role="group" aria-label=${this.words.text('keys.board')}>
      ${this.#candidates()}
      ${rows.slice(0, 2).map((row) => html`<div class="keys">${[...row].map((key) => this.#character(key))}</div>`)}
      <div class="keys">
        ${this.mode === 'latin'
          ? this.#function('upper', () => (this.upper = !this.upper), { pressed: this.upper })
          : nothing}
        ${[...rows[2]].map((key) => this.#character(key))}
        ${this.#function('erase', () => this.#erase(), { icon: icons.erase })}
      </div>
      <div class="keys bottom">
        ${['pinyin', 'latin', 'digits'].map((mode) =>
          this.#function(mode, () => this.#switchTo(mode), { pressed: this.mode === mode }),
        )}
        ${this.#function('space', () => this.#say(' '))}
      </div>
    </div>`;
  }

  #candidates() {
    if (this.mode !== 'pinyin') return nothing;
    const all = candidatesOf(this.syllable);
    const shown = all.slice(this.from, this.from + SHOWN);
    const words = this.words;
    if (shown.length === 0) {
      const key = this.syllable === '' ? 'keys.pinyinHint' : 'keys.noCandidate';
      return html`<div class="candidates empty"><span class="syllable">${this.syllable}</span><span>${words.text(key)}</span></div>`;
    }
    const turn = (step) => () => (this.from += step);
    return html`<div class="candidates" role="group" aria-label=${words.text('keys.candidates')}>
      <span class="syllable" lang="en">${this.syllable}</span>
      ${shown.map(
        (character) => html`<button type="button" class="key candidate" data-candidate=${character} lang="zh-CN"
          @click=${() => this.#take(character)}>${character}</button>`,
      )}
      ${this.from > 0
        ? html`<button type="button" class="key turn less" data-key="less" aria-label=${words.text('keys.lessCandidates')}
            @click=${turn(-SHOWN)}>${icons.back}</button>`
        : nothing}
      ${this.from + SHOWN < all.length
        ? html`<button type="button" class="key turn more" data-key="more" aria-label=${words.text('keys.moreCandidates')}
            @click=${turn(SHOWN)}>${icons.forward}</button>`
        : nothing}
    </div>`;
  }

  #character(key) {
    const shown = this.mode === 'latin' && this.upper ? key.toUpperCase() : key;
    const press = () => (this.mode === 'digits' ? this.#say(key) : this.#letter(key));
    return html`<button type="button" class="key" data-key=${key} @click=${press}>${shown}</button>`;
  }

  #function(name, press, { pressed, icon } = {}) {
    return html`<button type="button" class="key word" data-key=${name}
      aria-pressed=${pressed === undefined ? nothing : String(pressed)}
      @click=${press}>${icon ?? nothing}<span>${this.words.text(`keys.${name}`)}</span></button>`;
  }

  #letter(letter) {
    if (this.mode === 'latin') return this.#say(this.upper ? letter.toUpperCase() : letter);
    if (this.mode !== 'pinyin') return;
    const longer = this.syllable + letter;
    if (!startsSyllable(longer)) return;
    this.syllable = longer;
    this.from = 0;
  }

  #take(character) {
    if (character === undefined) return;
    this.#clear();
    this.#say(character);
  }

  #erase() {
    if (this.syllable === '') return this.#say('erase');
    this.syllable = this.syllable.slice(0, -1);
    this.from = 0;
  }

  #switchTo(mode) {
    this.mode = mode;
    this.#clear();
  }

  #clear() {
    this.syllable = '';
    this.from = 0;
  }

  #say(key) {
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}

customElements.define('kk-text-board', TextBoard);
