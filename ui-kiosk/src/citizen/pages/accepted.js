import { html, nothing } from 'lit';
import '../../shared/components/picture-from-api.js';
import { placed, placeOf } from '../../shared/front.js';
import { icons } from '../../shared/icons.js';
import { grouped, said } from '../../shared/template.js';
import { copyActions, copyAsked, copyLine, copyOut } from './copy.js';
import { stepOf } from './step.js';

/** C9: the number, large, and a code to carry away; then the choice to print. Changes when the official number comes. */
export function accepted(app) {
  const { words, visit } = app;
  const { id, accepted: done, item } = visit.view;
  return {
    name: 'accepted',
    step: stepOf(app),
    title: words.text(pays(done) ? 'accepted.payTitle' : 'accepted.title'),
    sign: pays(done) ? undefined : icons.ok,
    lead: done.noPhone ? words.text('accepted.noPhone', { phone: app.phone }) : undefined,
    picture: html`<div class="ticket">
      <p class="ticket-name">${words.text(done.official ? 'accepted.official' : 'accepted.provisional')}</p>
      <p class="ticket-number ${done.number.length > 14 ? 'long' : ''}" data-say="digits" data-official=${String(done.official)}>${grouped(done.number)}</p>
      ${done.official ? nothing : html`<p class="ticket-note">${words.text(done.payee ? 'accepted.payWait' : 'accepted.provisionalNote')}</p>`}
      <kk-api-picture class="qr" .api=${app.api} path=${`/api/sessions/${id}/qr.svg?n=${encodeURIComponent(done.number)}`}
        alt=${words.text('accepted.qr')}></kk-api-picture>
      <p class="ticket-scan ${pays(done) ? 'pay' : ''}">${pays(done) ? html`${words.text('accepted.pay')}${said(words, done, 'payee')}` : words.text('accepted.scan')}</p>
      ${item.answerIn ? html`<p class="ticket-when">${when(words, item)}</p>` : nothing}
    </div>`,
    live: copyAsked(visit, done) || copyOut(done) ? copyLine(words, done.copy) : slipLine(app, 'accepted', done),
    actions: copyAsked(visit, done) ? copyActions(app, done.copy) : slipActions(app, done),
  };
}

/** The code takes the payment over once the platform gave its number. */
function pays({ payee, official }) {
  return Boolean(payee) && official;
}

function when(words, item) {
  const [before, after] = words.text('accepted.answerIn', { when: '\u0000' }).split('\u0000');
  return html`${before}<strong>${said(words, item, 'answerIn')}</strong>${after}`;
}

const KINDS = { PRINTED: 'ok', FAILED: 'warn', UNKNOWN: 'warn', PRINTING: 'busy' };

/** What became of the slip, in words. */
export function slipLine(app, place, { slip, slipFault }) {
  const { words, kiosk } = app;
  const code = slip === 'FAILED' && words.has(`${place}.slip.${slipFault}`) ? slipFault : slip;
  if (!slip || !words.has(`${place}.slip.${code}`)) return undefined;
  const key = `${place}.slip.${code}`;
  // Where the paper comes out, if that is known.
  return slip === 'PRINTED'
    ? { kind: 'ok', text: placed(app, 'PAPER', key), toward: placeOf(kiosk, 'PAPER') }
    : { kind: KINDS[slip] ?? 'plain', text: words.text(key) };
}

function slipActions(app, { slip, number }) {
  const { words, visit } = app;
  const finish = (label) => ({
    action: 'continue',
    label: words.text(label),
    press: () => app.act('continue'),
  });
  const print = (label) => ({ action: 'print', label: words.text(label), press: () => app.act('print') });
  const pair = (other, primary) => [
    { ...other, kind: 'other' },
    { ...primary, kind: 'primary' },
  ];
  switch (slip) {
    case 'PRINTED':
      // The slip carries the provisional number; the official one came after it.
      if (visit.printedNumber !== null && visit.printedNumber !== number) {
        return pair(print('button.printOfficial'), finish('button.finishPlain'));
      }
      return [{ ...finish('button.finishPlain'), kind: 'primary' }];
    case 'PRINTING':
      return [{ ...finish('button.finishPlain'), kind: 'primary' }];
    case 'UNKNOWN':
      return pair(print('button.printAgain'), finish('button.paperCame'));
    case 'FAILED':
      return pair(print('button.printAgain'), finish('button.finishPlain'));
    default:
      return pair(finish('button.noPrint'), print('button.print'));
  }
}
