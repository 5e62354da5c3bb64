import { html, nothing } from 'lit';
import { actions, finding } from '../parts.js';

const ORDER = ['FAIL', 'WARN', 'OK'];

/** Every check, what is wrong first; and the bundle for those who help. */
export function doctor(app) {
  const { words, data } = app;
  const counts = data && { ok: data.OK, warn: data.WARN, fail: data.FAIL };
  return {
    title: words.text('doctor.title'),
    body: html`
      ${data ? html`<p class="lead">${words.text('doctor.summary', counts)}</p>` : nothing}
      <ul class="findings">${sorted(data?.checks ?? []).map((one) => finding(app, one))}</ul>
      ${actions(
        { action: 'bundle', label: words.text('doctor.bundle'), press: () => bundle(app) },
        { action: 'refresh', label: words.text('action.recheck'), kind: 'primary', press: () => doctor.load(app) },
      )}`,
  };
}

doctor.load = (app) => app.load('doctor');

export function sorted(checks) {
  return [...checks].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

async function bundle(app) {
  const answer = await app.ask('bundle');
  if (answer) app.say('ok', app.words.text('doctor.bundled', { file: answer.file }));
}
