import { html, nothing } from 'lit';
import { actions, badge, deviceName, finding, moment } from '../parts.js';
import { sorted } from './doctor.js';
import { supplies } from './supplies.js';

const HOUR = 3600;
/** What a technician wants to know also while it is well. */
const ALWAYS = ['certificate', 'consumables', 'outbox', 'broker', 'clock', 'disk', 'temperature'];

/** T3: how the machine is, in words before numbers; devices and what became of them. */
export function health(app) {
  const { words, data } = app;
  const { checks } = app.own;
  const wrong = sorted(checks ?? []).filter((one) => one.level !== 'OK');
  return {
    title: words.text('health.title'),
    body: !data
      ? nothing
      : html`
          <p class="lead">${checks ? badge(worst(wrong), words.text(`level.${worst(wrong)}`)) : nothing}
            ${words.text('health.up', { days: Math.floor(data.upSeconds / 24 / HOUR), hours: Math.floor(data.upSeconds / HOUR) % 24 })}，
            ${words.text('health.queue', { pending: data.pending ?? '?', delivered: data.delivered ?? '?', dead: data.deadLetters ?? '?' })}</p>
          <section><h2>${words.text('health.devices')}</h2>
            <ul class="cards">${data.devices.map((one) => device(app, one))}</ul></section>
          ${checks
            ? html`<section><h2>${wrong.length > 0 ? words.text('health.alarms', { n: wrong.length }) : words.text('health.well')}</h2>
                <ul class="findings">${wrong.map((one) => finding(app, one))}</ul></section>`
            : nothing}
          ${supplies(app)}
          ${checks
            ? html`<section><h2>${words.text('health.measures')}</h2>
                <ul class="findings" data-measures>${checks.filter((one) => ALWAYS.includes(one.name)).map((one) => finding(app, one))}</ul></section>`
            : nothing}
          <section><h2>${words.text('health.history')}</h2>
            ${data.history.length === 0 ? html`<p>${words.text('health.none')}</p>` : nothing}
            <ul class="plain">${data.history.slice(0, 12).map((one) => html`<li>${moment(one.at)} ${deviceName(app, one.device)}
              ${words.text(`state.${one.state}`)} ${one.faults.join(' ')}</li>`)}</ul></section>
          ${actions({ action: 'refresh', label: words.text('action.refresh'), kind: 'primary', press: () => health.load(app) })}`,
  };
}

health.load = async (app) => {
  await app.load('health');
  const found = await app.ask('doctor');
  if (found) app.set({ checks: found.checks });
  await supplies.load(app);
};

function worst(wrong) {
  return wrong[0]?.level ?? 'OK';
}

function device(app, one) {
  const { words } = app;
  const level = one.usable ? (one.faults.length > 0 ? 'WARN' : 'OK') : 'FAIL';
  return html`<li class="card" data-device=${one.name}>
    <b>${deviceName(app, one.name)}</b> ${badge(level, words.text(`state.${one.state}`))} ${one.faults.join(' ')}
    <span class="note">${words.text('health.since', { at: moment(one.since) })} ${one.identity}</span>
  </li>`;
}
