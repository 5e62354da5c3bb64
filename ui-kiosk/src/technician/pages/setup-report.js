import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { badge, finding, moment } from '../parts.js';

/** The last step: the organisation's seal in its place, then the report. */
export function report(app, steps) {
  const { words, data } = app;
  const open = steps.filter((step) => step !== 'REPORT' && data.steps[step].outcome === 'OPEN');
  return html`<section class="seen">
    <ul class="plain">${steps.slice(0, -1).map((step) => html`<li>${badge(data.steps[step].outcome, words.text(`outcome.${data.steps[step].outcome}`))}
      ${words.text(`setup.step.${step}`)}</li>`)}</ul>
    ${open.length > 0 ? html`<p>${words.text('setup.open', { list: open.map((step) => words.text(`setup.step.${step}`)).join('、') })}</p>` : nothing}
    ${seal(app)}
    ${data.accepted
      ? html`<div class="accepted" data-accepted>
          <p>${words.text('setup.acceptedAt', { at: moment(data.accepted) })}</p>
          <p>${words.text('setup.report', { name: data.report })}</p>
          <p>${badge(data.sealed ? 'OK' : 'WARN', words.text(data.sealed ? 'setup.sealed' : 'setup.unsealed'))}</p>
          <p>${badge(data.sent ? 'OK' : 'WARN', words.text(data.sent ? 'setup.sent' : 'setup.unsent'))}</p></div>`
      : nothing}
  </section>`;
}

/** Files on a stick that was put in; the runtime says whether one is the seal this kiosk can use. */
function seal(app) {
  const { words, data } = app;
  const seals = data.seals ?? [];
  return html`<h2>${words.text('setup.seal')}</h2>
    <ul class="findings">${data.steps.REPORT.findings.filter((one) => one.name === 'seal').map((one) => finding(app, one))}</ul>
    <p class="note">${words.text(seals.length > 0 ? 'setup.sealChoose' : 'setup.sealNone')}</p>
    <div class="acts small-acts">${button({ action: 'check', label: words.text('action.recheck'), kind: 'small', press: () => app.load('setup/check', { step: 'REPORT' }) })}</div>
    <ul class="cards">${seals.map((file) => html`<li class="card" data-seal=${file}><span class="path" lang="en">${file}</span>
      ${button({ action: 'seal', label: words.text('setup.sealTake'), kind: 'small', press: () => take(app, file) })}</li>`)}</ul>`;
}

async function take(app, file) {
  if (!(await app.load('setup/seal', { file }))) return;
  if (await app.load('setup/check', { step: 'REPORT' })) app.say('ok', app.words.text('setup.sealTaken'));
  app.requestUpdate();
}
