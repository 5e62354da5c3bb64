import { html } from 'lit';
import '../../shared/components/turner.js';
import { EVENTS, countOf, listed, troubleOf } from '../../shared/find.js';
import { icons } from '../../shared/icons.js';
import { lifeIcons } from '../../shared/life-icons.js';
import { pictures } from '../../shared/pictures.js';
import { itemRow } from './item-row.js';
import { backAction } from './step.js';

const FEW = 7;

/** C2, and C15 while the network is down: large tiles by what happens in a life; with a handful of items, these. */
export function items(app) {
  const { words, kiosk } = app;
  const offline = kiosk?.online === false;
  const tiled = app.items.length > FEW && app.items.some((item) => item.lifeEvents?.length > 0);
  return {
    name: 'items',
    step: words.text('step.first'),
    title: words.text(offline ? 'items.offlineTitle' : 'items.title'),
    lead: words.text(offline ? 'items.offlineLead' : tiled ? 'items.tilesLead' : 'items.lead'),
    side: offline ? pictures.offline() : pictures.items(),
    live: trouble(app),
    fill: 'body',
    body: tiled ? tiles(app) : rows(app, listed(app.items, null)),
    actions: [
      backAction(app, () => app.leave()),
      ...(tiled ? [search(app, 'find-pinyin'), search(app, 'find-number')] : []),
    ],
  };
}

/** A list of items that turns pages. */
export function rows(app, list) {
  const { words } = app;
  return html`<kk-turner .words=${words} layout=${app.display.key} listRole="list" label=${words.text('items.title')}
    .blocks=${list.map((item) => html`<div role="listitem">${itemRow(app, item)}</div>`)}></kk-turner>`;
}

/** What stands in the way of most of what cannot be done now. The network has a page of its own. */
function trouble({ words, items }) {
  const most = troubleOf(items);
  if (!most || most.why === 'NETWORK_DOWN') return undefined;
  return { kind: 'warn', text: words.text(words.keyed('items.trouble', most.why), { n: most.n }) };
}

function search(app, page) {
  const open = () => {
    app.visit.finding.openSearch(page);
    app.requestUpdate();
  };
  return { action: page, label: app.words.text(`button.${page === 'find-pinyin' ? 'byPinyin' : 'byNumber'}`), kind: 'other', press: open };
}

function tiles(app) {
  const shown = EVENTS.map((event) => ({ event, ...countOf(app.items, event) })).filter(({ all }) => all > 0);
  const columns = app.display.tight ? 3 : 2;
  const lines = [];
  for (let from = 0; from < shown.length; from += columns) lines.push(shown.slice(from, from + columns));
  return html`<kk-turner .words=${app.words} layout=${app.display.key} listRole="list" label=${app.words.text('items.title')}
    .blocks=${[
      html`<div role="listitem" class="tile-line">${everything(app)}</div>`,
      ...lines.map((line) => html`<div role="listitem" class="tile-line of-${columns}">${line.map((one) => tile(app, one))}</div>`),
    ]}></kk-turner>`;
}

/** "Everything I can do here now". */
function everything(app) {
  const { now } = countOf(app.items, null);
  return html`<button type="button" class="tile whole" data-tile="ALL" @click=${() => open(app, null)}>
    <span class="tile-name">${app.words.text('items.everything', { n: now })}</span>${icons.forward}
  </button>`;
}

function tile(app, { event, now }) {
  const { words } = app;
  return html`<button type="button" class="tile" data-tile=${event} @click=${() => open(app, event)}>
    ${lifeIcons[event]}
    <span class="tile-name">${words.text(`life.${event}`)}</span>
    ${now === 0 ? html`<span class="tile-note">${icons.warn}${words.text('items.notNow')}</span>` : ''}
  </button>`;
}

function open(app, event) {
  app.visit.finding.openList(event);
  app.requestUpdate();
}
