import { html } from 'lit';
import '../../shared/components/turner.js';
import { pictures } from '../../shared/pictures.js';
import { said, valueShown } from '../../shared/template.js';
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
    below: facts(words, fixed.map((row) => [said(words, row, 'label'), value(words, row)])),
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
      <span class="row-note">${said(words, row, 'label')}</span>
      <span class="row-name">${value(words, row)}</span>
    </span>
    <button type="button" class="button plain" data-action="change" data-question=${row.id}
      aria-label=${words.text('confirm.change', { label: words.pick(row, 'label') })} @click=${change}>
      <span>${words.text('button.change')}</span></button>
  </div>`;
}

/** What was answered: words of the item or ours in the page's language, anything else as it was written. */
function value(words, row) {
  return words.speaks(row, 'value') ? row.valueEn : valueShown(words, row.value || '—');
}
