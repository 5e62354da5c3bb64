import { html, nothing } from 'lit';
import '../../shared/components/turner.js';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { chinese } from '../../shared/template.js';
import { backAction } from './step.js';

/** C2, and C15 while the network is down: what can be done now, and for the rest why not and where. */
export function items(app) {
  const { words, kiosk } = app;
  const offline = kiosk?.online === false;
  const rows = offline ? [...app.items].sort((a, b) => Number(b.available) - Number(a.available)) : app.items;
  return {
    name: 'items',
    step: words.text('step.first'),
    title: words.text(offline ? 'items.offlineTitle' : 'items.title'),
    lead: words.text(offline ? 'items.offlineLead' : 'items.lead'),
    side: offline ? pictures.offline() : pictures.items(),
    fill: 'body',
    body: html`<kk-turner .words=${words} layout=${app.display.key} listRole="list" label=${words.text('items.title')}
      .blocks=${rows.map((item) => html`<div role="listitem">${row(app, item, offline)}</div>`)}></kk-turner>`,
    actions: [backAction(app, () => app.leave())],
  };
}

function row(app, item, offline) {
  const { words } = app;
  const name = html`<span class="row-name">${chinese(words, words.pick(item, 'name'))}</span>`;
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
      ${item.summary ? html`<span class="row-note">${chinese(words, words.pick(item, 'summary'))}</span>` : nothing}
    </span>
    ${offline && item.offlineClass === 'QUEUE_OK' ? html`<span class="tag">${words.text('items.queued')}</span>` : nothing}
    ${icons.forward}
  </button>`;
}
