import { html } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { button, chinese, said } from '../../shared/template.js';
import { stepOf } from './step.js';

/** Most letters of a line of English facts in the larger sizes; a glass that lies has room for one line each. */
const LONGEST_LARGE = { upright: 48, wide: 32 };

/** C3: what is done, with which data, for whom. Saying no leads to another way, never out. */
export function consent(app) {
  const { words, visit } = app;
  const { consent: asked, item } = visit.view;
  const shown = wording(app, asked);
  const answer = (accept) => () => app.act('consent', { accept, version: asked.version });
  return {
    name: 'consent',
    step: stepOf(app),
    title: words.text('consent.title'),
    lead: binding(app, asked, words.text('consent.lead')),
    picture: pictures.consent(),
    below: facts(words, [
      [words.text('consent.what'), said(words, item, 'name')],
      [words.text('consent.uses'), shown.list],
      [words.text('consent.givenTo'), shown.givenTo],
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

/** What a wording asks for and for whom, in the page's language: English where there is English, else its Chinese. */
export function wording({ words, display }, asked) {
  // English is longer: what large letters have no room for here stands first in the full text.
  const most = LONGEST_LARGE[display.wide ? 'wide' : 'upright'];
  const fits = (text) => (display.size === 'standard' || text.length <= most ? text : words.text('consent.inFull'));
  const english = words.language === 'en' ? asked.english : null;
  return english
    ? { english, list: fits(english.uses.join(words.text('consent.join'))), givenTo: fits(english.givenTo) }
    : { english: null, list: chinese(words, asked.uses.join('、')), givenTo: chinese(words, asked.givenTo) };
}

/** Below a translation it says which text binds, and where that stands. */
export function binding(app, asked, lead) {
  const { words } = app;
  if (!wording(app, asked).english) return lead;
  return html`<p>${lead}</p><p data-binding>${words.text('consent.binds')}</p>`;
}

/** Name and value, one below the other. */
export function facts(words, rows) {
  return html`<dl class="facts">
    ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
