import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { badge, deviceName } from '../parts.js';

/** No path is chosen for these: they have none, or one address on a network. */
const WITHOUT = ['touch-screen', 'loudspeaker', 'page-printer', 'social-card-reader'];

/** Devices that were found, each bound to a path that stays. */
export function devices(app) {
  const { words, data } = app;
  const own = data.devices.filter((one) => !['touch-screen', 'loudspeaker'].includes(one.device));
  return html`<ul class="cards">${own.map((one) => html`<li class="card" data-device=${one.device}>
    <b>${deviceName(app, one.device)}</b> ${badge(one.usable ? 'OK' : 'FAIL', words.text(`state.${one.state}`))} ${one.faults.join(' ')}
    <span class="note">${words.text('setup.place')} <span lang="en" class="path">${one.place || words.text('setup.noPlace')}</span> ${one.identity}</span>
    ${WITHOUT.includes(one.device) ? nothing : choice(app, one)}
  </li>`)}</ul>`;
}

function choice(app, one) {
  const { words, data, own } = app;
  if (own.device !== one.device) {
    return button({ action: 'choose', label: words.text('setup.choose'), kind: 'small', press: () => app.set({ device: one.device, path: data.paths[0] }) });
  }
  return html`<div class="form-row">
    <label for="bind-path">${words.text('setup.choose')}</label>
    <select id="bind-path" @change=${(event) => app.set({ path: event.target.value })}>
      ${data.paths.map((path) => html`<option value=${path} ?selected=${path === own.path}>${path}</option>`)}
    </select>
    ${button({ action: 'bind', label: words.text('setup.bind'), kind: 'small', disabled: !own.path, press: () => bind(app, one.device) })}
  </div>`;
}

async function bind(app, device) {
  if (await app.load('setup/bind', { device, path: app.own.path })) app.set({ device: undefined });
}
