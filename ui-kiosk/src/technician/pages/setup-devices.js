import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
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

/** One button a path: the browser's own lists are too small for a finger. */
function choice(app, one) {
  const { words, data, own } = app;
  if (own.device !== one.device) {
    return button({ action: 'choose', label: words.text('setup.choose'), kind: 'small', press: () => app.set({ device: one.device }) });
  }
  if (data.paths.length === 0) return html`<p class="note">${words.text('setup.noPaths')}</p>`;
  // An address has its kind before it and perhaps a speed behind it.
  const bound = one.place.replace(/^(usb|serial):/, '').replace(/@\d+$/, '');
  return html`<ul class="paths" aria-label=${words.text('setup.choose')}>${data.paths.map((path) => html`<li>
    <button type="button" class="button path-button" data-path=${path} aria-pressed=${String(path === bound)} lang="en"
      @click=${() => bind(app, one.device, path)}>${path === bound ? icons.ok : nothing}<span class="path">${path}</span></button></li>`)}</ul>`;
}

async function bind(app, device, path) {
  if (await app.load('setup/bind', { device, path })) app.set({ device: undefined });
}
