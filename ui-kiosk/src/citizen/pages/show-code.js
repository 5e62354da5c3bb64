import { html } from 'lit';
import { placed, placeOf } from '../../shared/front.js';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { backAction, stepOf } from './step.js';

const KINDS = ['SOCIAL_SECURITY', 'MEDICAL_INSURANCE', 'PROVINCIAL'];

/** C4b: a code on the citizen's telephone in the card's place: which one it is, and then the code. */
export function showCode(app) {
  const { code } = app.visit.view.entry;
  return code.state === 'CHOOSING' ? choosing(app) : showing(app, code);
}

function choosing(app) {
  const { words } = app;
  return {
    name: 'show-code',
    step: stepOf(app),
    title: words.text('showCode.title'),
    lead: words.text('showCode.lead'),
    picture: pictures.phone(),
    body: html`<ul class="code-kinds" aria-label=${words.text('showCode.kinds')}>${KINDS.map((kind) => row(app, kind))}</ul>`,
    actions: [backAction(app)],
  };
}

function row(app, kind) {
  const { words } = app;
  return html`<li><button type="button" class="row" data-code=${kind} @click=${() => app.act('show-code', { kind })}>
    <span class="row-text">
      <span class="row-name">${words.text(`showCode.${kind}`)}</span>
      <span class="row-note">${words.text(`showCode.${kind}Note`)}</span>
    </span>${icons.forward}
  </button></li>`;
}

function showing(app, { state, kind }) {
  const { words } = app;
  const place = placeOf(app.kiosk, 'CODE');
  const asking = state === 'ASKING';
  return {
    name: 'show-code',
    again: asking ? undefined : 8_000,
    step: stepOf(app),
    title: words.text('showCode.showTitle'),
    lead: placed(app, 'CODE', 'showCode.showLead'),
    picture: place ? pictures.front('CODE', place, placed(app, 'CODE', 'showCode.picture')) : pictures.showCode(),
    live: { kind: 'busy', text: words.text(asking ? 'showCode.asking' : 'showCode.waiting') },
    below: html`<ol class="steps">${words
      .list('showCode.steps', { kind: words.text(`showCode.${kind}`) })
      .map((line) => html`<li>${line}</li>`)}</ol>`,
    actions: [backAction(app)],
  };
}
