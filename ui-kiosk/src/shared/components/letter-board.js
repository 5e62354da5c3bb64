import { html } from 'lit';
import { icons } from '../icons.js';
import { LightElement } from './light-element.js';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** 26 letters and one way back. It holds no value: it says `key` with a letter or 'erase'. */
export class LetterBoard extends LightElement {
  static properties = { words: { attribute: false }, layout: { type: String } };

  render() {
    const [first, second, third] = ROWS.map((row) => [...row].map((letter) => this.#key(letter, letter)));
    return html`<div class="text-board" role="group" aria-label=${this.words.text('keys.board')}>
      <div class="keys">${first}</div>
      <div class="keys">${second}</div>
      <div class="keys">${third}${this.#word('erase', icons.erase)}</div>
    </div>`;
  }

  #key(key, label) {
    return html`<button type="button" class="key" lang="en" data-key=${key} @click=${() => this.#say(key)}>${label}</button>`;
  }

  #word(key, icon = '') {
    return html`<button type="button" class="key word" data-key=${key} @click=${() => this.#say(key)}>
      ${icon}<span>${this.words.text(`keys.${key}`)}</span></button>`;
  }

  #say(key) {
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}

customElements.define('kk-letter-board', LetterBoard);
