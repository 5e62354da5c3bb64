import { html } from 'lit';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { chinese, said } from '../../shared/template.js';
import { list, reveal } from './answer.js';
import { copyActions, copyLine } from './copy.js';
import { stepOf } from './step.js';

/** A certificate that is printed while the citizen waits: what it says, then the paper; or where else to get it. */
export function certificate(app, found) {
  const { words, visit } = app;
  const { item } = visit.view;
  const here = found.certificate === 'HERE';
  const empty = found.rows.length === 0;
  return {
    name: 'result',
    step: stepOf(app),
    title: words.text(here ? 'result.title' : empty ? 'result.nothing' : words.keyed('result.certificate', found.certificate)),
    sign: here ? icons.ok : undefined,
    lead: html`<p>${said(words, item, 'name')}</p>
      ${found.asOf ? html`<p>${words.text('result.asOf')}${chinese(words, found.asOf)}</p>` : ''}`,
    side: here ? pictures.check() : pictures.form(),
    live: here ? copyLine(words, found.copy, 'result') : empty ? undefined : { kind: 'warn', text: words.text('result.certificate.elsewhere') },
    fill: 'body',
    body: empty ? steps(app) : list(app, found, []),
    actions: here ? actions(app, found) : [finish(app, 'primary')],
  };
}

function steps(app) {
  return html`<ol class="steps">
    ${app.words.list('result.certificate.steps', { phone: app.phone }).map((step) => html`<li>${step}</li>`)}
  </ol>`;
}

function actions(app, found) {
  const masked = found.masked && !found.revealed ? [reveal(app)] : [];
  if (found.copy.state === 'PRINTED') return [...masked, finish(app, 'primary')];
  return [...masked, ...copyActions(app, found.copy, finish(app, 'other'))];
}

function finish(app, kind) {
  return { action: 'finish', label: app.words.text('button.finish'), kind, press: () => app.act('continue') };
}
