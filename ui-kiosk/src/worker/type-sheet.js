import { html } from 'lit';
import { LightElement } from '../shared/components/light-element.js';
import '../shared/components/number-pad.js';
import '../shared/components/text-board.js';
import { Words } from '../shared/i18n.js';
import { button } from '../shared/template.js';

/** The boards of the screen, below a page: never the system's. Says `key` with text, 'erase' or 'clear', and `close`. */
export class TypeSheet extends LightElement {
  static properties = { app: { attribute: false }, words: { attribute: false }, language: { type: String }, kind: { type: String } };

  render() {
    const key = (event) => this.#say(event.detail);
    // What is looked for is an address: mostly digits and the signs beside them.
    const first = this.kind === 'search' ? 'digits' : null;
    const numbers = this.kind === 'id' || this.kind === 'digits';
    return html`<section class="sheet" aria-label=${this.words.text('keyboard.open')}>
      ${numbers
        ? html`<kk-number-pad .words=${this.words} layout=${this.language} @key=${key}></kk-number-pad>`
        : html`<kk-text-board .mode=${first} .words=${new Words(this.language)} .api=${this.app.api} @key=${key}></kk-text-board>`}
      <div class="sheet-side">
        ${this.kind === 'id' ? button({ action: 'key-x', label: this.words.text('keyboard.x'), press: () => this.#say('X') }) : ''}
        ${button({ action: 'close-board', label: this.words.text('keyboard.close'), kind: 'primary', press: () => this.dispatchEvent(new CustomEvent('close')) })}
      </div></section>`;
  }

  #say(key) {
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}

customElements.define('kk-type-sheet', TypeSheet);
