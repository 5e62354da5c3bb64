import { html } from 'lit';
import { icons } from '../icons.js';
import { LightElement } from './light-element.js';

/** Keys of what is copied from a sheet, by kind. A one-time code ends in any of its own letters or one of five more signs. */
const ROWS = {
  code: ['0123456789', 'ABCDEFGHJK', 'MNPQRSTVWX', 'YZU*~$='],
  host: ['1234567890', 'qwertyuiop', 'asdfghjkl-', 'zxcvbnm.:'],
  hex: ['01234567', '89abcdef'],
  number: ['12345', '67890', '.'],
  word: ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL-', 'ZXCVBNM._'],
};

/** Single keys for what is copied letter by letter. It holds no value: it says `key` with a character, 'erase' or 'clear'. */
export class CodeBoard extends LightElement {
  static properties = { words: { attribute: false }, kind: { type: String }, layout: { type: String } };

  render() {
    return html`<div class="text-board code-board" role="group" aria-label=${this.words.text('keys.board')}>
      ${ROWS[this.kind].map((row) => html`<div class="keys">${[...row].map((key) => this.#key(key, key))}</div>`)}
      <div class="keys bottom">
        ${this.#key('clear', this.words.text('keys.clear'), 'word')}
        ${this.#key('erase', this.words.text('keys.erase'), 'word', icons.erase)}
      </div>
    </div>`;
  }

  #key(key, label, kind = '', icon = '') {
    return html`<button type="button" class="key ${kind}" data-key=${key} lang="en" @click=${() => this.#say(key)}>${icon}<span>${label}</span></button>`;
  }

  #say(key) {
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}

customElements.define('kk-code-board', CodeBoard);
