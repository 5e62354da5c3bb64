import { html, nothing } from 'lit';
import { icons } from '../icons.js';
import { candidatesOfDigits, startsInDigits } from '../digit-pinyin.js';
import { candidatesOf, isPinyin, loadWords } from '../pinyin.js';
import './ink-board.js';
import { LightElement } from './light-element.js';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const SIGN_ROWS = ['1234567890', '-/()（）.,、', '号栋楼室路村组'];
const MODES = ['hand', 'pinyin', 'latin', 'digits'];
/** Characters' widths in a row of candidates beside the two turning keys. */
const ROOM = 6;

/**
 * The board for Chinese and Latin text: by hand, by pinyin (words and characters), Latin letters, digits. It holds
 * only the letters being typed; finished text leaves as `key` events, one or several characters each.
 */
export class TextBoard extends LightElement {
  static properties = {
    words: { attribute: false },
    api: { attribute: false },
    layout: { type: String },
    handFirst: { type: Boolean },
    mode: { state: true },
    upper: { state: true },
    typed: { state: true },
    from: { state: true },
  };

  /** The digits of a keypad that wait for their word. */
  #digits = '';
  /** Which candidate the keypad is at; -1 is none. */
  #chosen = -1;

  constructor() {
    super();
    this.mode = null;
    this.upper = false;
    this.#clear();
  }

  connectedCallback() {
    super.connectedCallback();
    this.mode ??= this.handFirst ? 'hand' : 'pinyin';
    loadWords().then(() => this.requestUpdate());
  }

  /** A key of a real keyboard; answers whether it was used. */
  press(key) {
    if (key === 'Backspace') this.#erase();
    else if (/^[a-zA-Z]$/.test(key)) this.#letter(key.toLowerCase());
    else if (key === ' ' && this.typed !== '') this.#take(candidatesOf(this.typed)[0]);
    else if (key.length === 1) this.#say(key);
    else return false;
    return true;
  }

  /** A digit of a keypad: letters by 2 to 9, 0 deletes, 1 goes over to digits. Answers what to say about it. */
  tap(digit) {
    if (this.mode === 'digits') {
      this.#say(digit);
      return {};
    }
    if (this.mode !== 'pinyin') this.#switchTo('pinyin');
    if (digit === '1') {
      this.#switchTo('digits');
      return { mode: 'digits' };
    }
    if (digit !== '0' && startsInDigits(this.#digits + digit)) {
      this.#digits += digit;
      this.#chosen = -1;
      return { digit };
    }
    if (digit !== '0') return { nothing: true };
    if (this.#digits === '') this.#say('erase');
    else this.#digits = this.#digits.slice(0, -1);
    return { erased: true };
  }

  /** Whether digits wait for their word. */
  get waiting() {
    return this.#digits !== '';
  }

  /** The next or the former candidate for the keypad: {n, text, word}, or undefined. */
  choose(by) {
    const all = candidatesOfDigits(this.#digits);
    if (all.length === 0) return undefined;
    this.#chosen = Math.max(0, Math.min(all.length - 1, this.#chosen + by));
    const { text, word } = all[this.#chosen];
    return { n: this.#chosen + 1, text, word: word() };
  }

  /** From digits back to letters; answers whether that was a change. */
  lettersAgain() {
    if (this.mode !== 'digits') return false;
    this.#switchTo('pinyin');
    return true;
  }

  /** Writes the candidate the keypad is at; answers it, or undefined. */
  confirm() {
    const candidate = candidatesOfDigits(this.#digits)[Math.max(0, this.#chosen)];
    if (!candidate) return undefined;
    this.#clear();
    this.#say(candidate.text);
    return candidate.text;
  }

  render() {
    return html`<div class="text-board" role="group" aria-label=${this.words.text('keys.board')}>
      ${this.mode === 'hand' ? this.#hand() : this.#keys()}
      <div class="keys bottom">
        ${MODES.map((mode) => this.#function(mode, () => this.#switchTo(mode), { pressed: this.mode === mode }))}
        ${this.mode === 'latin'
          ? this.#function('upper', () => (this.upper = !this.upper), { pressed: this.upper })
          : nothing}
        ${this.mode === 'hand'
          ? this.#function('erase', () => this.#erase(), { icon: icons.erase })
          : this.#function('space', () => this.#say(' '))}
      </div>
    </div>`;
  }

  #hand() {
    return html`<kk-ink-board .words=${this.words} .api=${this.api} layout=${this.layout}
      @key=${(event) => this.#say(event.detail)} @mode=${(event) => this.#switchTo(event.detail)}></kk-ink-board>`;
  }

  #keys() {
    const rows = this.mode === 'digits' ? SIGN_ROWS : ROWS;
    return html`
      ${this.#candidates()}
      ${rows.slice(0, 2).map((row) => html`<div class="keys">${[...row].map((key) => this.#character(key))}</div>`)}
      <div class="keys">
        ${[...rows[2]].map((key) => this.#character(key))}
        ${this.#function('erase', () => this.#erase(), { icon: icons.erase })}
      </div>`;
  }

  #candidates() {
    if (this.mode !== 'pinyin') return nothing;
    const all = candidatesOf(this.typed);
    const shown = fitting(all.slice(this.from), ROOM);
    const { words } = this;
    if (shown.length === 0) {
      const key = this.typed === '' ? 'keys.pinyinHint' : 'keys.noCandidate';
      return html`<div class="candidates empty"><span class="syllable">${end(this.typed)}</span><span>${words.text(key)}</span></div>`;
    }
    const to = this.from + shown.length;
    return html`<div class="candidates" role="group" aria-label=${words.text('keys.candidates')}>
      <span class="syllable" lang="en">${end(this.typed)}</span>
      ${shown.map((one) => html`<button type="button" class="key candidate wide-${Math.min(4, [...one.text].length)}"
          data-candidate=${one.text} lang="zh-CN" @click=${() => this.#take(one)}>${one.text}</button>`)}
      ${this.from > 0
        ? html`<button type="button" class="key turn less" data-key="less" aria-label=${words.text('keys.lessCandidates')}
            @click=${() => (this.from = before(all, this.from))}>${icons.back}</button>`
        : nothing}
      ${to < all.length
        ? html`<button type="button" class="key turn more" data-key="more" aria-label=${words.text('keys.moreCandidates')}
            @click=${() => (this.from = to)}>${icons.forward}</button>`
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
    const longer = this.typed + letter;
    if (!isPinyin(longer)) return;
    this.typed = longer;
    this.#rewind();
  }

  /** What is left of the letters waits for its own candidate. */
  #take(candidate) {
    if (candidate === undefined) return;
    this.typed = this.typed.slice(candidate.used);
    this.#rewind();
    this.#say(candidate.text);
  }

  #erase() {
    const ink = this.querySelector('kk-ink-board');
    if (ink && !ink.empty) return ink.clear();
    if (this.typed === '') return this.#say('erase');
    this.typed = this.typed.slice(0, -1);
    this.#rewind();
  }

  #switchTo(mode) {
    this.mode = mode;
    this.#clear();
  }

  #clear() {
    this.typed = '';
    this.#digits = '';
    this.#rewind();
  }

  #rewind() {
    this.from = 0;
    this.#chosen = -1;
  }

  #say(key) {
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}

/** The end of long letters: what is being typed. */
function end(letters) {
  return letters.length > 6 ? `…${letters.slice(-5)}` : letters;
}

/** As many candidates as fit into that many characters' widths; at least one. */
function fitting(all, room) {
  const shown = [];
  let left = room;
  for (const one of all) {
    const width = Math.min(4, [...one.text].length);
    if (width > left) break;
    left -= width;
    shown.push(one);
  }
  return shown;
}

/** Where the row before `from` begins. */
function before(all, from) {
  let start = 0;
  while (start + fitting(all.slice(start), ROOM).length < from) start += fitting(all.slice(start), ROOM).length;
  return start;
}

customElements.define('kk-text-board', TextBoard);
