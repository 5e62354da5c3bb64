import { html } from 'lit';
import '../../shared/components/turner.js';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { chinese } from '../../shared/template.js';
import { slipLine } from './accepted.js';
import { stepOf } from './step.js';

/** What the platform's books say, on the screen and, if wanted, on paper. Nothing was handed in. */
export function result(app) {
  const { words, visit } = app;
  const { result: found, item } = visit.view;
  const empty = found.rows.length === 0;
  return {
    name: 'result',
    step: stepOf(app),
    title: words.text(empty ? 'result.nothing' : 'result.title'),
    sign: empty ? undefined : icons.ok,
    lead: html`<p>${chinese(words, words.pick(item, 'name'))}</p>
      ${found.asOf ? html`<p>${words.text('result.asOf')}${chinese(words, found.asOf)}</p>` : ''}`,
    side: empty ? pictures.form() : pictures.check(),
    live: empty ? undefined : slipLine(words, 'result', found),
    fill: 'body',
    body: empty
      ? html`<ol class="steps">${words.list('result.nothingSteps', { phone: app.phone }).map((step) => html`<li>${step}</li>`)}</ol>`
      : html`<kk-turner .words=${words} layout=${app.display.key} listRole="list" label=${words.text('result.title')}
          .blocks=${found.rows.map((row) => html`<div role="listitem" class="row answer">
            <span class="row-text"><span class="row-note">${chinese(words, row.label)}</span>
              <span class="row-name">${chinese(words, row.value)}</span></span></div>`)}></kk-turner>`,
    actions: [...(empty ? [] : [print(app, found.slip)]), finish(app)],
  };
}

function print(app, slip) {
  const again = ['PRINTED', 'FAILED', 'UNKNOWN'].includes(slip);
  const label = app.words.text(again ? 'button.printAgain' : 'button.printPage');
  return { action: 'print', label, kind: 'other', press: () => app.act('print') };
}

function finish(app) {
  return { action: 'finish', label: app.words.text('button.finish'), kind: 'primary', press: () => app.act('continue') };
}
