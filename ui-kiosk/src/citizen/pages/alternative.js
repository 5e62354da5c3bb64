import { html } from 'lit';
import '../../shared/components/number-pad.js';
import { pictures } from '../../shared/pictures.js';
import { backAction, stepOf } from './step.js';

/** The equal way without a face: staff is called, looks at card and person, and vouches by badge and PIN. */
export function alternative(app) {
  return app.visit.staff.stage === 'call' ? call(app) : typing(app);
}

function call(app) {
  const { words, visit } = app;
  const called = visit.view.help === 'CALLED';
  const ring = { action: 'call-staff', label: words.text('button.callStaff'), press: () => app.callHelp() };
  const here = { action: 'staff-here', label: words.text('button.staffHere'), press: () => go(app, 'badge') };
  return {
    name: 'alternative',
    step: stepOf(app),
    title: words.text('alternative.title'),
    lead: visit.view.citizen?.child ? words.text('alternative.guardian') : undefined,
    picture: pictures.staff(),
    below: html`<ol class="steps">${words.list('alternative.steps').map((line) => html`<li>${line}</li>`)}</ol>`,
    actions: [
      backAction(app),
      { ...(called ? ring : here), kind: 'other' },
      { ...(called ? here : ring), kind: 'primary' },
    ],
  };
}

function typing(app) {
  const { words, visit } = app;
  const { staff } = visit;
  const pin = staff.stage === 'pin';
  const length = pin ? staff.pinLength : staff.badge.length;
  const shown = pin ? '●'.repeat(length) : staff.badge;
  const said = length === 0 ? words.text('alternative.empty') : words.text('alternative.typed', { n: length });
  const key = (name) => {
    staff.type(name);
    app.guide.typed(name, { secret: pin });
    app.requestUpdate();
  };
  const next = pin ? () => app.act('staff-check', staff.takeBody()) : () => go(app, 'pin');
  return {
    name: 'alternative',
    step: stepOf(app),
    side: pictures.staffSide(),
    fill: 'keys',
    title: words.text(pin ? 'alternative.pinTitle' : 'alternative.badgeTitle'),
    lead: words.text(pin ? 'alternative.pinHint' : visit.view.citizen?.child ? 'alternative.guardian' : 'alternative.badgeHint'),
    below: html`<p class="readout number" aria-label=${pin ? said : `${said} ${shown}`} role="img">${shown}</p>`,
    body: html`<kk-number-pad .words=${words} layout=${app.display.key} @key=${(event) => key(event.detail)}></kk-number-pad>`,
    actions: [
      backAction(app, () => {
        staff.back();
        app.requestUpdate();
      }),
      {
        action: pin ? 'staff-check' : 'next',
        label: words.text(pin ? 'button.staffDone' : 'button.next'),
        kind: 'primary',
        press: () => length > 0 && next(),
      },
    ],
    key: (name) => typedKey(name, key),
  };
}

function go(app, stage) {
  app.visit.staff.stage = stage;
  app.requestUpdate();
}

function typedKey(name, key) {
  if (/^\d$/.test(name)) key(name);
  else if (name === 'Backspace') key('erase');
  else return false;
  return true;
}
