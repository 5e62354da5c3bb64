import { html, nothing, svg } from 'lit';
import { LightElement } from './light-element.js';
import './picture-from-api.js';

const PICTURE_MILLIS = 200;
const OUTLINE_MILLIS = 400;
/** Words about the outline change at most this often, so that they can be read and heard. */
const SAY_MILLIS = 3_000;

/**
 * The table under the document camera, live, with a frame around the paper that is seen. Fires `seen` with
 * true or false when the words about it may change.
 */
export class PaperView extends LightElement {
  static properties = {
    api: { attribute: false },
    session: { type: String },
    alt: { type: String },
    waiting: { type: String },
    corners: { state: true },
    size: { state: true },
  };

  #timer = 0;
  #said = null;
  #saidAt = -Infinity;

  connectedCallback() {
    super.connectedCallback();
    this.corners = [];
    this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  render() {
    const loaded = { handleEvent: (event) => this.#loaded(event.target), capture: true };
    return html`<div class="table-view" @load=${loaded}>
      <kk-api-picture .api=${this.api} path=${`/api/sessions/${this.session}/preview.jpg`} every=${PICTURE_MILLIS}
        alt=${this.alt} waiting=${this.waiting}></kk-api-picture>
      ${this.size && this.corners.length === 4 ? this.#frame() : nothing}
    </div>`;
  }

  #frame() {
    const { width, height } = this.size;
    const points = this.corners.map(([x, y]) => `${Math.round(x * width)},${Math.round(y * height)}`).join(' ');
    return svg`<svg class="paper-frame" viewBox=${`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid meet"
      aria-hidden="true" focusable="false"><polygon points=${points} /></svg>`;
  }

  #loaded(image) {
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width > 0 && (this.size?.width !== width || this.size?.height !== height)) this.size = { width, height };
  }

  async #ask() {
    try {
      const { corners } = await this.api.get(`/api/sessions/${this.session}/outline`);
      this.corners = corners ?? [];
    } catch {
      // No answer is no frame; the next round asks again.
      this.corners = [];
    }
    if (!this.isConnected) return;
    this.#say(this.corners.length === 4);
    this.#timer = setTimeout(() => this.#ask(), OUTLINE_MILLIS);
  }

  #say(seen) {
    const now = performance.now();
    if (seen === this.#said || now - this.#saidAt < SAY_MILLIS) return;
    this.#said = seen;
    this.#saidAt = now;
    this.dispatchEvent(new CustomEvent('seen', { detail: seen }));
  }
}

customElements.define('kk-paper-view', PaperView);
