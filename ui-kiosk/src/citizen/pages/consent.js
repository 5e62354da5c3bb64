import { html } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { button, chinese } from '../../shared/template.js';
import { stepOf } from './step.js';

/** C3: what is done, with which data, for whom. Saying no leads to another way, never out. */
export function consent(app) {
  const { words, visit } = app;
  const { consent: asked, item } = visit.view;
  const answer = (accept) => () => app.act('consent', { accept, version: asked.version });
  return {
    name: 'consent',
    step: stepOf(app),
    title: words.text('consent.title'),
    lead: words.text('consent.lead'),
    picture: pictures.consent(),
    below: facts(words, [
      [words.text('consent.what'), words.pick(item, 'name')],
      [words.text('consent.uses'), asked.uses.join(words.text('consent.join'))],
      [words.text('consent.givenTo'), asked.givenTo],
    ]),
    body: html`<div class="links">${button({
      action: 'read-all',
      label: words.text('button.readAll'),
      press: () => open(app),
    })}</div>`,
    actions: [
      { action: 'back', label: words.text('button.back'), kind: 'back', press: () => app.backToItems() },
      { action: 'consent-refuse', label: words.text('button.disagree'), kind: 'other', press: answer(false) },
      { action: 'consent-accept', label: words.text('button.agree'), kind: 'primary', press: answer(true) },
    ],
  };
}

export function open(app) {
  app.visit.reading = true;
  app.requestUpdate();
}

/** Name and value, one below the other; the values come from data. */
export function facts(words, rows) {
  return html`<dl class="facts">
    ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${chinese(words, value)}</dd></div>`)}
  </dl>`;
}
