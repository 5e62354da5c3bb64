import { html } from 'lit';
import '../../shared/components/number-pad.js';
import { pictures } from '../../shared/pictures.js';

/**
 * Where a member of staff types a badge number, then a PIN: the same on every page that needs one.
 * `staff` is a StaffCheck at its stage 'badge' or 'pin'.
 */
export function staffPad(app, staff, { name, step, lead, back, submit }) {
  const { words } = app;
  const pin = staff.stage === 'pin';
  const length = pin ? staff.pinLength : staff.badge.length;
  const shown = pin ? '●'.repeat(length) : staff.badge;
  const said = length === 0 ? words.text('alternative.empty') : words.text('alternative.typed', { n: length });
  const key = (pressed) => {
    staff.type(pressed);
    app.guide.typed(pressed, { secret: pin });
    app.requestUpdate();
  };
  const next = pin ? submit : () => go(app, staff, 'pin');
  return {
    name,
    step,
    side: pictures.staffSide(),
    fill: 'keys',
    title: words.text(pin ? 'alternative.pinTitle' : 'alternative.badgeTitle'),
    lead: pin ? words.text('alternative.pinHint') : lead,
    below: html`<p class="readout number" aria-label=${pin ? said : `${said} ${shown}`} role="img">${shown}</p>`,
    body: html`<kk-number-pad .words=${words} layout=${app.display.key} @key=${(event) => key(event.detail)}></kk-number-pad>`,
    actions: [
      {
        ...back,
        press: () => {
          staff.back();
          app.requestUpdate();
        },
      },
      {
        action: pin ? 'staff-check' : 'next',
        label: words.text(pin ? 'button.staffDone' : 'button.next'),
        kind: 'primary',
        press: () => length > 0 && next(),
      },
    ],
    key: (pressed) => typedKey(pressed, key),
  };
}

/** To another stage of the same. */
export function go(app, staff, stage) {
  staff.stage = stage;
  app.requestUpdate();
}

function typedKey(name, key) {
  if (/^\d$/.test(name)) key(name);
  else if (name === 'Backspace') key('erase');
  else return false;
  return true;
}
