import { html } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { go, staffPad } from './staff-pad.js';
import { backAction, stepOf } from './step.js';

/** The equal way without a face: staff is called, looks at card and person, and vouches by badge and PIN. */
export function alternative(app) {
  return app.visit.staff.stage === 'call' ? call(app) : typing(app);
}

function call(app) {
  const { words, visit } = app;
  const called = app.help !== null;
  const ring = { action: 'call-staff', label: words.text('button.callStaff'), press: () => app.callHelp() };
  const here = { action: 'staff-here', label: words.text('button.staffHere'), press: () => go(app, visit.staff, 'badge') };
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
  return staffPad(app, visit.staff, {
    name: 'alternative',
    step: stepOf(app),
    lead: words.text(visit.view.citizen?.child ? 'alternative.guardian' : 'alternative.badgeHint'),
    back: backAction(app),
    submit: () => app.act('staff-check', visit.staff.takeBody()),
  });
}
