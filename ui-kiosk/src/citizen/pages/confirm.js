import { html } from 'lit';
import '../../shared/components/turner.js';
import { pictures } from '../../shared/pictures.js';
import { chinese, valueShown } from '../../shared/template.js';
import { facts } from './consent.js';
import { backAction, stepOf } from './step.js';

/** The review before submitting: what the card says above, the answers with [change] below. */
export function confirm(app) {
  const { words, visit } = app;
  const fixed = visit.view.review.filter((row) => !row.editable);
  const open = visit.view.review.filter((row) => row.editable);
  return {
    name: 'confirm',
    step: stepOf(app),
    title: words.text('confirm.title'),
    lead: words.text(visit.view.citizen?.rareName ? 'confirm.rareName' : visit.view.sign ? 'confirm.leadSign' : 'confirm.lead'),
    side: pictures.check(),
    below: facts(words, fixed.map((row) => [chinese(words, row.label), row.value])),
    fill: 'body',
    body: html`<kk-turner .words=${words} layout=${app.display.key} listRole="list" label=${words.text('confirm.title')}
      .blocks=${open.map((row) => html`<div role="listitem">${answer(app, row)}</div>`)}></kk-turner>`,
    actions: [
      backAction(app),
      visit.view.sign
        ? { action: 'to-sign', label: words.text('button.toSign'), kind: 'primary', press: () => app.act('continue') }
        : { action: 'submit', label: words.text('button.submit'), kind: 'primary', press: () => app.act('submit') },
    ],
  };
}

function answer(app, row) {
  const { words, visit } = app;
  const change = () => {
    visit.form.want(row.id);
    visit.papers.want(row.id);
    app.act('change', { row: row.id });
  };
  return html`<div class="row answer">
    <span class="row-text">
      <span class="row-note">${chinese(words, row.label)}</span>
      <span class="row-name">${valueShown(words, row.value || '—')}</span>
    </span>
    <button type="button" class="button plain" data-action="change" data-question=${row.id}
      aria-label=${words.text('confirm.change', { label: row.label })} @click=${change}>
      <span>${words.text('button.change')}</span></button>
  </div>`;
}
