import { said } from '../../shared/template.js';
import { html, nothing } from 'lit';

/** Whether the sheet to take along comes first: it is there to be printed, and not printed or declined yet. */
export function copyAsked(visit, { copy }) {
  return Boolean(copy) && copy.state !== 'PRINTED' && !visit.withoutCopy;
}

/** Whether the sheet came out just now, and nothing was said of the slip since. */
export function copyOut({ copy, slip }) {
  return copy?.state === 'PRINTED' && slip === 'NOT_PRINTED';
}

const KINDS = { PRINTED: 'ok', FAILED: 'warn', UNKNOWN: 'warn', PRINTING: 'busy' };

/** What became of the sheet, in plain words. */
export function copyLine(words, sheet, place = 'accepted') {
  const { state, fault } = sheet;
  const code = state === 'FAILED' && words.has(`${place}.copy.${fault}`) ? fault : state;
  const line = words.text(`${place}.copy.${code}`, { title: '\u0000' });
  const [before, after = ''] = line.split('\u0000');
  const named = line.includes('\u0000');
  return { kind: KINDS[state] ?? 'plain', text: html`${before}${named ? said(words, sheet, 'title') : nothing}${after}` };
}

/** Print, or say what is in the tray: a sheet of value is never printed twice by guess; `decline` goes on without. */
export function copyActions(app, { state }, decline) {
  const { words, visit } = app;
  const action = (name, label, kind, press) => ({ action: name, label: words.text(label), kind, press });
  const print = (label) => action('print-copy', label, 'primary', () => app.act('print-copy'));
  const without = decline ?? action('without-copy', 'button.withoutCopy', 'other', () => {
    visit.withoutCopy = true;
    app.requestUpdate();
  });
  const seen = (came, label, kind) =>
    action(came ? 'copy-came' : 'copy-not', label, kind, () => app.act('copy-seen', { came }));
  switch (state) {
    case 'PRINTING':
      return [{ ...print('button.printingCopy'), disabled: true }];
    case 'UNKNOWN':
      return [seen(false, 'button.copyNot', 'other'), seen(true, 'button.paperCame', 'primary')];
    case 'FAILED':
      return [without, print('button.printAgain')];
    default:
      return [without, print('button.printCopy')];
  }
}
