import { html } from 'lit';
import { LightElement } from './light-element.js';

/** The first of what was found, as many as there is room for; who wants another one types on. */
export class Hits extends LightElement {
  static properties = {
    blocks: { attribute: false },
    label: { type: String },
    layout: { type: String },
    shown: { state: true },
  };

  constructor() {
    super();
    this.blocks = [];
    this.shown = null;
  }

  willUpdate(changed) {
    if (changed.has('blocks') || changed.has('layout')) this.shown = null;
  }

  updated() {
    if (this.shown === null) this.shown = this.#room();
  }

  render() {
    const measuring = this.shown === null;
    return html`<div class="hits ${measuring ? 'measuring' : ''}" role="list" aria-label=${this.label}>
      ${measuring ? this.blocks : this.blocks.slice(0, this.shown)}
    </div>`;
  }

  #room() {
    const list = this.querySelector('.hits');
    const bottom = list.getBoundingClientRect().top + list.clientHeight;
    const fitting = [...list.children].filter((child) => child.getBoundingClientRect().bottom <= bottom + 0.5);
    return Math.min(this.blocks.length, Math.max(1, fitting.length));
  }
}

customElements.define('kk-hits', Hits);
