import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { chinese, said } from '../../shared/template.js';

/** An item in a list: a button, or a closed row that says why not and where instead. `brief` leaves its second line out. */
export function itemRow(app, item, { brief = false } = {}) {
  const { words } = app;
  const name = html`<span class="row-name">${said(words, item, 'name')}</span>`;
  if (!item.available) {
    return html`<div class="row closed" data-item=${item.code}>
      <span class="row-text">
        ${name}
        <span class="row-note">${icons.warn}${words.text(words.keyed('items.why', item.why))}</span>
      </span>
    </div>`;
  }
  return html`<button type="button" class="row" data-action="begin" data-item=${item.code}
    @click=${() => app.begin(item.code)}>
    <span class="row-text">
      ${name}
      ${brief ? nothing : note(words, item)}
    </span>
    ${tag(app, item)}
    ${icons.forward}
  </button>`;
}

function note(words, item) {
  if (item.bundle?.length > 0) {
    return html`<span class="row-note">${words.text('items.together')}${together(words, item)}</span>`;
  }
  return item.summary
    ? html`<span class="row-note">${said(words, item, 'summary')}</span>`
    : nothing;
}

function together(words, { bundle, bundleEn = [] }) {
  return words.language === 'en' && bundleEn.length > 0 ? bundleEn.join(words.text('consent.join')) : chinese(words, bundle.join('、'));
}

function tag({ words, kiosk }, item) {
  if (kiosk?.online === false && item.offlineClass === 'QUEUE_OK') {
    return html`<span class="tag">${words.text('items.queued')}</span>`;
  }
  return item.elsewhere ? html`<span class="tag">${words.text('items.elsewhere')}</span>` : nothing;
}
