import { html, nothing } from 'lit';
import { fillPages } from '../fill-pages.js';
import { icons } from '../icons.js';
import { button } from '../template.js';
import { LightElement } from './light-element.js';

/**
 * Shows a list or a long text without scrolling: measures every block once, fills pages, and turns them
 * with two buttons. Measured again when `layout` (letter size, reach, language) or the number of blocks changes,
 * and when what is shown has grown out of its room.
 */
export class Turner extends LightElement {
  static properties = {
    blocks: { attribute: false },
    words: { attribute: false },
    layout: { type: String },
    listRole: { type: String },
    label: { type: String },
    page: { state: true },
    pages: { state: true },
  };

  #checked = false;

  constructor() {
    super();
    this.blocks = [];
    this.layout = '';
    this.page = 0;
    this.pages = null;
  }

  willUpdate(changed) {
    if (changed.has('blocks') || changed.has('page')) this.#checked = false;
    if (changed.has('layout') || (changed.has('blocks') && !sameLength(changed.get('blocks'), this.blocks))) {
      this.pages = null;
    }
  }

  updated() {
    this.#number();
    if (this.pages !== null) {
      // Once a change: measured anew, it may be as high as before.
      if (!this.#checked && this.#grown()) this.pages = null;
      this.#checked = true;
      return;
    }
    this.pages = this.#measure();
    this.page = Math.min(this.page, this.pages.length - 1);
  }

  render() {
    const measuring = this.pages === null;
    const [from, to] = measuring ? [0, this.blocks.length] : this.pages[this.page];
    const several = measuring || this.pages.length > 1;
    return html`
      <div class="turner-window ${measuring ? 'measuring' : ''}" role=${this.listRole || nothing}
        aria-label=${this.label || nothing}>${this.blocks.slice(from, to)}</div>
      ${several ? this.#pager() : nothing}
    `;
  }

  #pager() {
    const last = (this.pages?.length ?? 1) - 1;
    const turn = (step) => () => this.#turn(Math.max(0, Math.min(last, this.page + step)));
    return html`<div class="pager">
      ${this.page > 0
        ? button({ action: 'page-previous', label: this.words.text('button.previousPage'), icon: icons.back, press: turn(-1) })
        : html`<span></span>`}
      <span class="pager-count" role="img" aria-label=${this.words.text('pager.of', { n: this.page + 1, of: last + 1 })}
        >${this.page + 1}/${last + 1}</span>
      ${this.page < last || this.pages === null
        ? button({ action: 'page-next', label: this.words.text('button.nextPage'), icon: icons.forward, kind: 'plain trailing', press: turn(1) })
        : html`<span></span>`}
    </div>`;
  }

  async #turn(page) {
    this.page = page;
    await this.updateComplete;
    this.dispatchEvent(new CustomEvent('turned', { bubbles: true }));
  }

  /** Which of how many, also across pages: said to whoever cannot see the list. */
  #number() {
    if (!this.listRole || this.pages === null) return;
    const [from] = this.pages[this.page];
    [...this.querySelector('.turner-window').children].forEach((child, index) => {
      child.ariaPosInSet = from + index + 1;
      child.ariaSetSize = this.blocks.length;
    });
  }

  /** What is shown has grown since it was measured, as a row does that says now why it cannot be pressed. */
  #grown() {
    const frame = this.querySelector('.turner-window');
    return frame.children.length > 1 && frame.scrollHeight > frame.clientHeight + 1;
  }

  #measure() {
    const frame = this.querySelector('.turner-window');
    const heights = [...frame.children].map((child) => child.offsetHeight);
    const style = getComputedStyle(frame);
    const gap = parseFloat(style.rowGap) || 0;
    const inset = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    const whole = heights.reduce((sum, height) => sum + height + gap, inset - gap);
    if (whole <= this.clientHeight) return [[0, heights.length]];
    return fillPages(heights, gap, frame.clientHeight - inset);
  }
}

function sameLength(before, now) {
  return Array.isArray(before) && before.length === now.length;
}

customElements.define('kk-turner', Turner);
