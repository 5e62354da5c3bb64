import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { badge, deviceName } from '../parts.js';

const FAULTS = ['NOT_FITTED', 'NO_ANSWER', 'WRONG_DEVICE', 'BAD_RESULT', 'BLOCKED_OR_HIDDEN', 'DAMAGED', 'SPARE_ORDERED', 'OTHER'];
const CORNERS = [1, 2, 3, 4];

/** T2: one device at a time; a person looks and says passed, or failed and why. */
export function trials(app) {
  const { words, data, own } = app;
  return html`<ul class="cards">${data.devices.map((one) => html`<li class="card" data-device=${one.device}>
    <b>${deviceName(app, one.device)}</b> ${badge(one.outcome, words.text(`outcome.${one.outcome}`))}
    ${one.reason ? html`<span>${words.text(`setup.fault.${one.reason}`)}</span>` : nothing}
    ${words.has(`setup.how.${one.device}`) ? html`<span class="note" data-how>${words.text(`setup.how.${one.device}`)}</span>` : nothing}
    ${one.seen ? html`<span class="note" data-seen>${one.seen}</span>` : nothing}
    ${own.device === one.device ? trial(app, one) : nothing}
    ${own.failing === one.device ? reasons(app, one) : buttons(app, one)}
  </li>`)}</ul>`;
}

function buttons(app, one) {
  const { words } = app;
  const label = words.text(one.device === 'loudspeaker' ? 'setup.sound' : one.seen ? 'setup.again' : 'setup.test');
  return html`<div class="acts small-acts">
    ${button({ action: 'test', label, kind: 'small', press: () => test(app, one.device) })}
    ${button({ action: 'pass', label: words.text('setup.pass'), kind: 'small', press: () => judge(app, one.device, true) })}
    ${button({ action: 'fail', label: words.text('setup.fail'), kind: 'small', press: () => app.set({ failing: one.device }) })}
  </div>`;
}

function trial(app, one) {
  const { words, own } = app;
  if (one.device === 'touch-screen') {
    return html`<p>${words.text('setup.touch')}</p><div class="corners">${CORNERS.map((n) => html`<button type="button" class="button corner-${n}"
      data-corner=${n} @click=${() => app.set({ corners: { ...own.corners, [n]: true } })}>${own.corners?.[n] ? '✓' : words.text('setup.corner', { n })}</button>`)}</div>`;
  }
  return own.picture ? html`<img class="trial-picture" alt=${words.text('setup.picture')} src=${own.picture}>` : nothing;
}

function reasons(app, one) {
  const { words } = app;
  return html`<p>${words.text('setup.reason')}</p><div class="acts small-acts">${FAULTS.map((fault) =>
    button({ action: `fault-${fault.toLowerCase()}`, label: words.text(`setup.fault.${fault}`), kind: 'small', press: () => judge(app, one.device, false, fault) }),
  )}</div>`;
}

async function test(app, device) {
  forget(app);
  app.set({ device, failing: undefined, corners: {} });
  const answer = await app.load('setup/test', { device });
  if (device === 'loudspeaker') return sound(app);
  if (!answer?.devices.find((one) => one.device === device)?.picture) return undefined;
  const picture = await app.session.pictureOf('/api/technician/setup/picture', { device }).catch(() => null);
  return picture && app.set({ picture: URL.createObjectURL(picture) });
}

/** A tone of our own; the policy lets nothing else in, and nothing has to be fetched. */
function sound() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  tone.frequency.value = 880;
  tone.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.6);
  tone.onended = () => audio.close();
}

async function judge(app, device, passed, reason = '') {
  if (!(await app.load('setup/judge', { device, passed, reason }))) return;
  forget(app);
  app.set({ device: undefined, failing: undefined });
}

function forget(app) {
  if (app.own.picture) URL.revokeObjectURL(app.own.picture);
  app.set({ picture: undefined });
}
