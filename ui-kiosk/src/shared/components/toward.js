import { html, svg } from 'lit';
import { glass } from '../front.js';
import { LightElement } from './light-element.js';

/**
 * A small arrow that points from where it is drawn to a part beside the glass. Whoever moves it on the glass calls
 * aim(); that measures, and draws only when something changed.
 */
export class Toward extends LightElement {
  static properties = { place: { attribute: false } };

  #degrees = null;

  render() {
    return html`<svg class="toward" viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
      <circle class="ground" r="47" />${svg`<path class="arrow" data-arrow="-30 0 30 0" d="M-30 0H30M6 -24L30 0L6 24" />`}</svg>`;
  }

  updated() {
    this.aim();
  }

  aim() {
    const arrow = this.querySelector('.arrow');
    const { left, top, width, height } = this.getBoundingClientRect();
    if (!arrow || !this.place || width === 0) return;
    const { width: wide, height: high } = glass();
    const x = (this.place.x / 100) * wide - (left + width / 2);
    const y = (this.place.y / 100) * high - (top + height / 2);
    const degrees = Math.round((Math.atan2(y, x) * 180) / Math.PI);
    if (degrees === this.#degrees) return;
    this.#degrees = degrees;
    arrow.setAttribute('transform', `rotate(${degrees})`);
  }
}

customElements.define('kk-toward', Toward);
