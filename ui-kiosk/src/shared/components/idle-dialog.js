import { html } from 'lit';
import { button } from '../template.js';
import { LightElement } from './light-element.js';

/**
 * The question before an idle session ends. Everything behind it is inert; one press anywhere but on
 * [leave] goes on. Says 'stay' or 'leave'.
 */
export class IdleDialog extends LightElement {
  static properties = {
    words: { attribute: false },
    seconds: { type: Number },
    of: { type: Number },
  };

  #before = null;

  firstUpdated() {
    this.#before = document.activeElement;
    this.querySelector('dialog').showModal();
    this.querySelector('[data-action=stay]').focus();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.#before?.isConnected) this.#before.focus();
    this.#before = null;
  }

  render() {
    const words = this.words;
    return html`<dialog class="idle" role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-text"
      @cancel=${this.#escape} @keydown=${this.#key} @pointerdown=${this.#anywhere}>
      <div class="idle-box">
        <h2 id="idle-title">${words.text('idle.title')}</h2>
        <p id="idle-text">${words.text('idle.text')}</p>
        <p class="idle-count"><span class="number" data-seconds>${this.seconds}</span> ${words.text('idle.seconds')}</p>
        <progress max=${this.of} value=${this.seconds} aria-label=${words.text('idle.bar')}></progress>
        <div class="actions split">
          ${button({ action: 'leave', label: words.text('button.leave'), press: () => this.#say('leave') })}
          ${button({ action: 'stay', label: words.text('button.stay'), kind: 'primary', press: () => this.#say('stay') })}
        </div>
      </div>
    </dialog>`;
  }

  #anywhere(event) {
    if (!event.target.closest('button')) this.#say('stay');
  }

  #key(event) {
    if (event.key === 'Escape') this.#say('stay');
  }

  #escape(event) {
    event.preventDefault();
    this.#say('stay');
  }

  #say(what) {
    this.dispatchEvent(new CustomEvent(what));
  }
}

customElements.define('kk-idle-dialog', IdleDialog);
