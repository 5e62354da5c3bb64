import { html } from 'lit';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { chinese, said } from '../../shared/template.js';
import { slipLine } from './accepted.js';
import { list, reveal } from './answer.js';
import { certificate } from './certificate.js';
import { stepOf } from './step.js';
import { told } from './told.js';

/** What the platform's books say, on the screen and, if wanted, on paper. Nothing was handed in. */
export function result(app) {
  const { words, visit } = app;
  const { result: found, item } = visit.view;
  if (found.told) return told(app, found.told);
  if (found.certificate) return certificate(app, found);
  const empty = found.rows.length === 0;
  const wanted = found.wanted ?? [];
  const title = empty ? 'result.nothing' : wanted.length > 0 ? 'result.wanted' : 'result.title';
  return {
    name: 'result',
    step: stepOf(app),
    title: words.text(title),
    sign: empty || wanted.length > 0 ? undefined : icons.ok,
    lead: html`<p>${said(words, item, 'name')}</p>
      ${found.asOf ? html`<p>${words.text('result.asOf')}${chinese(words, found.asOf)}</p>` : ''}`,
    side: empty || wanted.length > 0 ? pictures.form() : pictures.check(),
    live: empty ? undefined : live(app, found, wanted),
    fill: 'body',
    body: empty ? nothingFound(app) : list(app, found, wanted),
    actions: actions(app, found, wanted, empty),
  };
}

function live(app, found, wanted) {
  const { words } = app;
  if (wanted.length === 0) return slipLine(app, 'result', found);
  return { kind: found.supplement ? 'plain' : 'warn', text: words.text(found.supplement ? 'result.bring' : 'result.bringElsewhere') };
}

/** Who asked by a number may have mistyped it. */
function nothingFound(app) {
  const { words, visit } = app;
  const numbered = visit.form.questions.some((question) => question.id === 'reference');
  const key = numbered ? 'result.nothingNumberSteps' : 'result.nothingSteps';
  return html`<ol class="steps">${words.list(key, { phone: app.phone }).map((step) => html`<li>${step}</li>`)}</ol>`;
}

function actions(app, found, wanted, empty) {
  const { words } = app;
  const finish = { action: 'finish', label: words.text('button.finish'), kind: 'primary', press: () => app.act('continue') };
  if (empty) return [finish];
  const masked = found.masked && !found.revealed;
  if (wanted.length > 0 && found.supplement) {
    const bring = { action: 'supplement', label: words.text('button.supplement'), kind: 'primary', press: () => app.act('supplement') };
    return [print(app, found.slip), { ...finish, kind: 'other' }, bring];
  }
  return [...(masked ? [reveal(app)] : []), print(app, found.slip), finish];
}

function print(app, slip) {
  const again = ['PRINTED', 'FAILED', 'UNKNOWN'].includes(slip);
  const label = app.words.text(again ? 'button.printAgain' : 'button.printPage');
  return { action: 'print', label, kind: 'other', press: () => app.act('print') };
}
