import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { badge } from '../parts.js';
import { fields } from '../typing.js';

/** Fewer days than this, or less than a tenth where days are not known, and somebody has to bring a new one. */
const SOON = 3;

/** Paper and toner as the runtime counts them; what is not known is said so, and how it gets known. */
export function supplies(app) {
  const { words, own } = app;
  if (!own.supplies?.length) return nothing;
  return html`<section><h2>${words.text('supplies.title')}</h2>
    <ul class="cards">${own.supplies.map((one) => card(app, one))}</ul></section>`;
}

/** Machines without a counter of their own are no trouble: the section is not there. */
supplies.load = async (app) => {
  const answer = await app.ask('supplies');
  if (answer) app.set({ supplies: answer.supplies });
};

function card(app, one) {
  const { words, own } = app;
  const soon = one.days === null ? one.left !== null && one.left * 10 <= one.capacity : one.days <= SOON;
  return html`<li class="card" data-supply=${one.supply}>
    <b>${words.text(`supplies.name.${one.supply}`)}</b>
    ${one.left === null ? html`<span>${words.text('supplies.notKnown')}</span>` : badge(soon ? 'WARN' : 'OK', left(words, one))}
    ${one.perDay === null ? nothing : html`<span class="note">${words.text('supplies.perDay', { n: one.perDay.toFixed(1) })}</span>`}
    ${own.refilling === one.supply
      ? refill(app, one.supply)
      : button({ action: 'refill', label: words.text('supplies.refill'), kind: 'small', press: () => app.set({ refilling: one.supply, capacity: '' }) })}
  </li>`;
}

function left(words, { left: rest, days }) {
  return days === null ? words.text('supplies.left', { n: rest }) : words.text('supplies.days', { n: rest, days });
}

function refill(app, supply) {
  const { words, own } = app;
  const capacity = { id: 'capacity', name: 'capacity', kind: 'number', most: 6, label: words.text('supplies.capacity'), hint: words.text(`supplies.hint.${supply}`),
    value: own.capacity, type: (value) => app.set({ capacity: value.replace(/\D/g, '') }) };
  return html`<div class="refill">${fields(app, [capacity])}
    <div class="acts">${button({ action: 'refilled', label: words.text('supplies.put'), disabled: own.capacity === '', press: () => put(app, supply) })}</div></div>`;
}

async function put(app, supply) {
  const answer = await app.ask('refilled', { supply, capacity: app.own.capacity });
  if (answer) app.set({ supplies: answer.supplies, refilling: undefined, board: null, capacity: '' });
}
