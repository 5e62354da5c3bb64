import { html, nothing } from 'lit';
import { LightElement } from './light-element.js';

/**
 * A picture that needs the token: fetched, shown from a blob address, revoked as soon as it is replaced or
 * the element leaves. With `every` (milliseconds) it is fetched again and again, one at a time.
 */
export class ApiPicture extends LightElement {
  static properties = {
    api: { attribute: false },
    path: { type: String },
    every: { type: Number },
    alt: { type: String },
    waiting: { type: String },
    url: { state: true },
  };

  #timer = 0;
  #round = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#fetch();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  willUpdate(changed) {
    if (!changed.has('path') || changed.get('path') === undefined) return;
    this.#stop();
    this.#fetch();
  }

  render() {
    if (!this.url) return html`<p class="picture-waiting">${this.waiting || nothing}</p>`;
    return html`<img src=${this.url} alt=${this.alt} draggable="false">`;
  }

  async #fetch() {
    const round = ++this.#round;
    const started = performance.now();
    try {
      const blob = await this.api.picture(this.path);
      if (round !== this.#round || !this.isConnected) return;
      this.#show(URL.createObjectURL(blob));
    } catch {
      // No picture yet: the words stand in its place, and the next round tries again.
      if (round !== this.#round) return;
      this.#show(null);
    }
    if (!this.every) return;
    const spent = performance.now() - started;
    this.#timer = setTimeout(() => this.#fetch(), Math.max(20, this.every - spent));
  }

  #show(url) {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = url;
  }

  #stop() {
    this.#round++;
    clearTimeout(this.#timer);
    this.#show(null);
  }
}

customElements.define('kk-api-picture', ApiPicture);
