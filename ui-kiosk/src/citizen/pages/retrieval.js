import { html } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { button } from '../../shared/template.js';
import { binding, facts, open, wording } from './consent.js';
import { stepOf } from './step.js';

/** C6a: may be fetched what the government knows already? Both answers lead on; neither is preferred by size. */
export function retrievalConsent(app) {
  const { words, visit } = app;
  const { consent: asked } = visit.view;
  const shown = wording(app, asked);
  const answer = (accept) => () => app.act('retrieval-consent', { accept, version: asked.version });
  return {
    name: 'retrieval-consent',
    step: stepOf(app),
    title: words.text('retrieval.title'),
    lead: binding(app, asked, words.text('retrieval.lead')),
    picture: pictures.form(),
    below: facts(words, [
      [words.text('retrieval.what'), shown.list],
      [words.text('consent.givenTo'), shown.givenTo],
    ]),
    body: html`<div class="links">${button({ action: 'read-all', label: words.text('button.readAll'), press: () => open(app) })}</div>`,
    actions: [
      { action: 'back', label: words.text('button.back'), kind: 'back', press: () => app.act('back') },
      { action: 'retrieval-refuse', label: words.text('button.byHand'), kind: 'other', press: answer(false) },
      { action: 'retrieval-accept', label: words.text('button.fetch'), kind: 'primary', press: answer(true) },
    ],
  };
}

/** C6b: it is being fetched; nobody has to wait for it. */
export function retrieving(app) {
  const { words } = app;
  return {
    name: 'retrieving',
    step: stepOf(app),
    title: words.text('retrieving.title'),
    lead: words.text('retrieving.lead'),
    picture: pictures.form(),
    live: { kind: 'busy', text: words.text('retrieving.wait') },
    actions: [{ action: 'continue', label: words.text('button.goOnByHand'), kind: 'primary', press: () => app.act('continue') }],
  };
}
