import { html } from 'lit';
import '../../shared/components/turner.js';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { chinese, valueShown } from '../../shared/template.js';
import { slipLine } from './accepted.js';
import { stepOf } from './step.js';
import { told } from './told.js';

/** What the platform's books say, on the screen and, if wanted, on paper. Nothing was handed in. */
export function result(app) {
  const { words, visit } = app;
  const { result: found, item } = visit.view;
  if (found.told) return told(app, found.told);
  const empty = found.rows.length === 0;
  const wanted = found.wanted ?? [];
  const title = empty ? 'result.nothing' : wanted.length > 0 ? 'result.wanted' : 'result.title';
  return {
    name: 'result',
    step: stepOf(app),
    title: words.text(title),
    sign: empty || wanted.length > 0 ? undefined : icons.ok,
    lead: html`<p>${chinese(words, words.pick(item, 'name'))}</p>
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

function list(app, found, wanted) {
  const { words } = app;
  const plain = found.rows.map((row) => entry(words, row.label, row.value));
  const missing = wanted.map((paper) => entry(words, words.text('result.missing'), paper.value ? `${paper.label}：${paper.value}` : paper.label));
  return html`<kk-turner .words=${words} layout=${app.display.key} listRole="list" label=${words.text('result.title')}
      .blocks=${[...missing, ...plain]}></kk-turner>`;
}

function entry(words, label, value) {
  return html`<div role="listitem" class="row answer">
    <span class="row-text"><span class="row-note">${chinese(words, label)}</span>
      <span class="row-name">${valueShown(words, value)}</span></span></div>`;
}

function actions(app, found, wanted, empty) {
  const { words } = app;
  const finish = { action: 'finish', label: words.text('button.finish'), kind: 'primary', press: () => app.act('continue') };
  if (empty) return [finish];
  const masked = found.masked && !found.revealed;
  const reveal = { action: 'reveal', label: words.text('button.reveal'), kind: 'other', press: () => app.act('reveal') };
  if (wanted.length > 0 && found.supplement) {
    const bring = { action: 'supplement', label: words.text('button.supplement'), kind: 'primary', press: () => app.act('supplement') };
    return [print(app, found.slip), { ...finish, kind: 'other' }, bring];
  }
  return [...(masked ? [reveal] : []), print(app, found.slip), finish];
}

function print(app, slip) {
  const again = ['PRINTED', 'FAILED', 'UNKNOWN'].includes(slip);
  const label = app.words.text(again ? 'button.printAgain' : 'button.printPage');
  return { action: 'print', label, kind: 'other', press: () => app.act('print') };
}
