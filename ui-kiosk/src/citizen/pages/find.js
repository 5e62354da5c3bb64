import { html } from 'lit';
import '../../shared/components/hits.js';
import '../../shared/components/letter-board.js';
import '../../shared/components/number-pad.js';
import { byLetters, byNumber } from '../../shared/find.js';
import { itemRow } from './item-row.js';
import { backAction } from './step.js';

const LONGEST = { 'find-pinyin': 12, 'find-number': 4 };
/** Measured and shown as far as there is room; more than this there never is. */
const MOST = 5;

/** C2 by the first letters of a name. */
export const findPinyin = (app) => find(app, 'find-pinyin', byLetters(app.items, app.visit.finding.typed));

/** C2 by the number on the poster. */
export function findNumber(app) {
  const { typed } = app.visit.finding;
  const found = byNumber(app.items, typed);
  return find(app, 'find-number', { items: found, exact: typed === '' || found.length > 0 });
}

function find(app, name, { items, exact }) {
  const { words, visit } = app;
  const { typed } = visit.finding;
  const part = name === 'find-pinyin' ? 'find.pinyin' : 'find.number';
  return {
    name,
    step: words.text('step.first'),
    title: words.text(`${part}.title`),
    lead: typed === '' ? words.text(`${part}.lead`) : undefined,
    below: html`<p class="readout typed" lang="en">${typed || html`<span class="placeholder">${words.text('keys.placeholder')}</span>`}</p>`,
    live: said(words, part, { typed, exact, n: items.length }),
    fill: 'body',
    body: html`<kk-hits layout=${app.display.key} label=${words.text('find.hits')}
        .blocks=${items.slice(0, MOST).map((item) => html`<div role="listitem">${itemRow(app, item, { brief: true })}</div>`)}></kk-hits>
      ${keys(app, name)}`,
    actions: [
      backAction(app, () => {
        visit.finding.back();
        app.requestUpdate();
      }),
    ],
    key: (key) => physicalKey(app, name, key),
  };
}

function said(words, part, { typed, exact, n }) {
  if (typed === '') return undefined;
  if (!exact) return { kind: 'warn', text: words.text(`${part}.none`) };
  return { kind: 'ok', text: words.text(n > 1 ? 'find.more' : 'find.found', { n }) };
}

function keys(app, name) {
  const press = (event) => type(app, name, event.detail);
  return name === 'find-pinyin'
    ? html`<kk-letter-board .words=${app.words} layout=${app.display.key} @key=${press}></kk-letter-board>`
    : html`<kk-number-pad .words=${app.words} layout=${app.display.key} @key=${press}></kk-number-pad>`;
}

function type(app, name, key) {
  app.visit.finding.type(key, LONGEST[name]);
  app.requestUpdate();
}

function physicalKey(app, name, key) {
  const allowed = name === 'find-pinyin' ? /^[a-z]$/i : /^\d$/;
  if (allowed.test(key)) type(app, name, key.toLowerCase());
  else if (key === 'Backspace') type(app, name, 'erase');
  else return false;
  return true;
}
