import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../../shared/icons.js';
import { button } from '../../shared/template.js';
import { SEEK } from '../desk.js';
import { byBuilding, sought } from '../seek.js';

/** So many are all shown at once; of more, the buildings, each opened by a press. */
const FEW = 30;

/** Every household of the grid, by building; any part of an address finds some of them. */
export const houses = {
  title: ({ words, houses: all }) => words.text('houses.title', { n: all.length }),

  body(app) {
    const found = sought(app.houses, app.seek);
    const groups = byBuilding(found);
    return html`<div class="asked"><label for="f-seek">${app.words.text('houses.seek')}</label>
        <input id="f-seek" type="text" autocomplete="off" spellcheck="false" inputmode="none" dir="auto" maxlength="60" data-field=${SEEK}
          aria-describedby="h-seek" .value=${live(app.seek)} @input=${(event) => app.type(SEEK, event.target.value)}
          @click=${(event) => app.board(SEEK, 'search', event.target, 60)} />
        <p class="hint" id="h-seek">${app.words.text('houses.seekHint')}</p></div>
      <p class="facts" role="status" data-found=${found.length}>${said(app, found.length, groups.length)}</p>
      ${groups.map((group) => building(app, group, found.length <= FEW))}`;
  },

  actions: (app) => html`<div class="actions">
    ${app.seek === '' ? nothing : button({ action: 'seek-all', label: app.words.text('houses.all'), press: () => app.type(SEEK, '') })}
    ${button({ action: 'new-house', label: app.words.text('houses.new'), press: () => app.newHouse() })}
  </div>`,
};

function said({ words, seek }, n, b) {
  if (n === 0) return html`${icons.warn}<span>${words.text('houses.none')}</span>`;
  return html`<span>${words.text(seek.trim() === '' ? 'houses.there' : 'houses.found', { n, b })}</span>`;
}

function building(app, { building: name, houses: all }, few) {
  const open = app.turned.has(name) !== few;
  return html`<section class="building" data-building=${name}><h2><button type="button" class="row" data-open=${open} aria-expanded=${open}
      @click=${() => app.turn(name)}><span class="row-name"><bdi>${name}</bdi></span><span class="row-due">${app.words.text('houses.count', { n: all.length })}
      ${open ? icons.less : icons.more}</span></button></h2>
    ${open ? html`<ul class="rows">${all.map((house) => row(app, house))}</ul>` : nothing}</section>`;
}

function row(app, house) {
  const { words } = app;
  return html`<li><button type="button" class="row" data-house=${house.id} @click=${() => app.begin({ kind: 'VISIT', household: house.id })}>
    <span class="row-text"><span class="row-name"><bdi>${house.door}</bdi></span>
      <span class="row-note">${house.head} ${words.text('houses.people', { n: house.people })} ${tags(words, house.tags)}</span></span>
    <span class="row-due ${house.conflicts ? 'late' : ''}">${state(words, house)}</span>${icons.forward}</button></li>`;
}

function state(words, house) {
  if (house.conflicts) return words.text('houses.conflict', { n: house.conflicts });
  if (house.fresh) return words.text('houses.fresh');
  return house.changed ? words.text('houses.changed') : nothing;
}

export function tags(words, all) {
  return all.map((tag) => html`<span class="tag">${words.text(`tag.${tag}`)}</span>`);
}
