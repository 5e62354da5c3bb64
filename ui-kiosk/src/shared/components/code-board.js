import { html, nothing } from 'lit';
import { icons } from '../icons.js';
import { LightElement } from './light-element.js';

/** Keys of what is copied from a sheet, by kind. A one-time code ends in any of its own letters or one of five more signs. */
const ROWS = {
  code: ['0123456789', 'ABCDEFGHJK', 'MNPQRSTVWX', 'YZU*~$='],
  host: ['1234567890', 'qwertyuiop', 'asdfghjkl-', 'zxcvbnm.:/'],
  hex: ['01234567', '89abcdef'],
  number: ['12345', '67890', '.'],
  secret: ['1234567890', 'qwertyuiop', 'asdfghjkl-', 'zxcvbnm._/'],
  upper: ['!#$%&*+=?@', 'QWERTYUIOP', 'ASDFGHJKL:', 'ZXCVBNM;^~'],
  word: ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL-', 'ZXCVBNM._'],
};

/** Single keys for what is copied letter by letter. It holds no value: it says `key` with a character, 'erase' or 'clear'. */
export class CodeBoard extends LightElement {
  static properties = { words: { attribute: false }, kind: { type: String }, layout: { type: String }, upper: { state: true } };

  render() {
    return html`<div class="text-board code-board" role="group" aria-label=${this.words.text('keys.board')}>
      ${ROWS[this.upper && this.kind === 'secret' ? 'upper' : this.kind].map((row) => html`<div class="keys">${[...row].map((key) => this.#key(key, key))}</div>`)}
      <div class="keys bottom">
        ${this.kind === 'secret' ? this.#shift() : nothing}
        ${this.#key('clear', this.words.text('keys.clear'), 'word')}
        ${this.#key('erase', this.words.text('keys.erase'), 'word', icons.erase)}
      </div>
    </div>`;
  }

  #shift() {
    return html`<button type="button" class="key word" data-key="shift" aria-pressed=${String(Boolean(this.upper))}
      @click=${() => (this.upper = !this.upper)}><span>${this.words.text('keys.upper')}</span></button>`;
  }

  #key(key, label, kind = '', icon = '') {
    return html`<button type="button" class="key ${kind}" data-key=${key} lang="en" @click=${() => this.#say(key)}>${icon}<span>${label}</span></button>`;
  }

  #say(key) {
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}

customElements.define('kk-code-board', CodeBoard);
