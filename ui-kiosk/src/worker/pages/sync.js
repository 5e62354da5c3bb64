import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { button, grouped } from '../../shared/template.js';
import { fieldName, moment } from '../parts.js';

/** W5: what has gone and what has not, and what must be decided. */
export const sync = {
  title: ({ words, sync: state }) => (state.unsent === 0 ? words.text('sync.all') : words.text('sync.title', { n: state.unsent })),

  body(app) {
    const { words, sync: state } = app;
    return html`${state.lastArrived ? html`<p class="facts"><span>${words.text('sync.last', { at: moment(state.lastArrived) })}</span></p>` : nothing}
      ${state.conflicts.length > 0 ? html`<h2>${words.text('sync.conflicts')}</h2>${state.conflicts.map((one) => conflict(app, one))}` : nothing}
      ${state.sent.length === 0 ? html`<p class="facts"><span>${words.text('sync.none')}</span></p>` : nothing}
      <ul class="rows">${state.sent.map((one) => sentRow(words, one))}</ul>`;
  },

  actions: (app) => html`<div class="actions">
    ${button({ action: 'back', label: app.words.text('back'), press: () => app.home() })}
    ${button({ action: 'push', label: app.words.text('sync.push'), kind: 'primary', press: () => app.push() })}
  </div>`,
};

function sentRow(words, sent) {
  const arrived = sent.state === 'ARRIVED';
  const text = words.text(`sync.state.${sent.state}`, { a: sent.piecesArrived, b: sent.pieces, reason: words.text(words.keyed('reason', sent.reason)) });
  return html`<li class="row flat" data-sent=${sent.id} data-state=${sent.state}>
    <span class="row-kind">${words.text(`kind.${sent.kind}`)}</span>
    <span class="row-text"><span class="row-name">${sent.title || moment(sent.at)}</span>
      <span class="row-note number">${grouped(sent.officialNumber || sent.number)}</span></span>
    <span class="row-due ${sent.state === 'REFUSED' ? 'late' : ''}">${arrived ? icons.ok : icons.warn}<span>${text}</span></span></li>`;
}

function conflict(app, one) {
  const { words } = app;
  const version = (name, value, mine) => html`<div class="version"><p class="label">${words.text(`sync.${name}`)}</p>
    <p class="value">${shown(words, one.field, value)}</p>
    ${button({
      action: `use-${name}`, label: words.text(mine ? 'sync.useMine' : 'sync.usePlatform'), press: () => app.resolve(one, mine),
    })}</div>`;
  return html`<section class="conflict" data-conflict=${one.field}><p class="row-name">${one.address} · ${fieldName(words, one.field)}</p>
    <div class="versions">${version('mine', one.mine, true)}${version('platform', one.platform, false)}</div></section>`;
}

function shown(words, field, value) {
  if (value === '') return words.text('sync.empty');
  if (field.endsWith('Tags')) return value.split(',').map((tag) => words.text(`tag.${tag}`)).join('、');
  return field === 'use' ? words.text(`use.${value}`) : value;
}
