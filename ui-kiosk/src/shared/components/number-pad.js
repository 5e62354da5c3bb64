import { html } from 'lit';
import { icons } from '../icons.js';
import { LightElement } from './light-element.js';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A 3×4 number pad. It holds no value: it says `key` with a digit, 'erase' or 'clear'. */
export class NumberPad extends LightElement {
  static properties = { words: { attribute: false }, layout: { type: String } };

  render() {
    return html`<div class="number-pad" role="group" aria-label=${this.words.text('keys.pad')}>
      ${DIGITS.map((digit) => this.#key(digit, digit))}
      ${this.#key('clear', this.words.text('keys.clear'), 'word')}
      ${this.#key('0', '0')}
      ${this.#key('erase', this.words.text('keys.erase'), 'word', icons.erase)}
    </div>`;
  }

  #key(key, label, kind = '', icon = '') {
    return html`<button type="button" class="key ${kind}" data-key=${key} @click=${() => this.#say(key)}>
      ${icon}<span>${label}</span>
    </button>`;
  }

  #say(key) {
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}

customElements.define('kk-number-pad', NumberPad);
