import { html, nothing } from 'lit';
import '../../shared/components/toward.js';
import { placed, placeOf, sideOf } from '../../shared/front.js';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { backAction, stepOf } from './step.js';

/** C4: where the card goes, and what the reader is doing. The act is physical, so there is no primary. */
export function placeCard(app) {
  const { words, visit } = app;
  const ways = visit.view.entry?.ways ?? [];
  return ways.length > 1 ? anyOf(app, ways) : oneCard(app, visit.view.card?.state ?? 'WAITING', words);
}

function oneCard(app, state, words) {
  const place = placeOf(app.kiosk, 'CARD');
  return {
    name: 'place-card',
    again: 8_000,
    step: stepOf(app),
    title: words.text('placeCard.title'),
    lead: placed(app, 'CARD', 'placeCard.lead'),
    picture: place ? pictures.front('CARD', place, placed(app, 'CARD', 'placeCard.picture')) : pictures.layCard(),
    live: { kind: state === 'READ' ? 'ok' : 'busy', text: words.text(`placeCard.${state}`) },
    actions: [
      backAction(app),
      { action: 'call-staff', label: words.text('button.noCard'), kind: 'other', press: () => app.callHelp() },
    ],
  };
}

/** The item takes other things too: all that work stand side by side, and what does not work says so. */
function anyOf(app, ways) {
  const { words, visit } = app;
  const code = ways.find((way) => way.kind === 'CODE');
  const actions = [
    backAction(app),
    { action: 'call-staff', label: words.text('button.help'), kind: 'plain', press: () => app.callHelp() },
  ];
  if (code?.state === 'READY') {
    actions.push({ action: 'use-code', label: words.text('button.useCode'), kind: 'other', press: () => app.act('use-code') });
  }
  return {
    name: 'place-card',
    again: 8_000,
    step: stepOf(app),
    title: words.text('placeCard.anyTitle'),
    lead: words.text('placeCard.anyLead'),
    live: visit.view.card?.state === 'READ'
      ? { kind: 'ok', text: words.text('placeCard.READ') }
      : { kind: 'busy', text: words.text('placeCard.anyWaiting') },
    below: html`<ul class="entry-ways">${ways.map((way) => entryWay(app, way))}</ul>`,
    actions,
  };
}

function entryWay(app, { kind, state, fault }) {
  const { words, kiosk } = app;
  const closed = state !== 'READY';
  const place = closed || kind === 'CODE' ? null : placeOf(kiosk, PARTS[kind]);
  const note = closed ? trouble(words, state, fault) : words.text(`placeCard.${kind}.how`);
  return html`<li class="entry-way ${closed ? 'closed' : ''}" data-entry=${kind}>
    <div class="entry-picture">${pictures[PICTURES[kind]]()}</div>
    <div class="entry-text">
      <span class="entry-name">${words.text(`placeCard.${kind}.name`)}</span>
      <span class="entry-note">${closed ? icons.warn : nothing}<span>${note}</span></span>
    </div>
    ${place ? where(words, place) : nothing}
  </li>`;
}

/** An arrow to it, and its side in words. */
function where(words, place) {
  return html`<div class="entry-where"><kk-toward .place=${place}></kk-toward><span>${words.text(`side.${sideOf(place)}`)}</span></div>`;
}

function trouble(words, state, fault) {
  return fault ? words.text('placeCard.outOfOrderCode', { code: fault }) : words.text(`placeCard.${state}`);
}

const PARTS = { ID_CARD: 'CARD', SOCIAL_CARD: 'SOCIAL_CARD' };
const PICTURES = { ID_CARD: 'layCard', SOCIAL_CARD: 'insertCard', CODE: 'showCode' };
