import { html } from 'lit';
import { button } from '../../shared/template.js';
import { badge } from '../parts.js';
import { fields } from '../typing.js';

const SCHEME = /^(ssl|tcp):\/\//;
const WAIT_MILLIS = 100_000;

/** Where the platform's broker is, and with which password; what the line came to stands below. */
export function network(app) {
  const { words, own, data } = app;
  const broker = own.broker ?? (data.broker ?? '').replace(SCHEME, '');
  const password = own.password ?? '';
  return html`<p class="note" data-note="system">${words.text('setup.system')}</p>${fields(app, [
      { id: 'broker-address', name: 'broker', kind: 'host', most: 200, label: words.text('setup.broker'), hint: words.text('setup.brokerHint'), value: broker, type: (value) => app.set({ broker: value }) },
      { id: 'broker-password', name: 'password', kind: 'secret', secret: true, most: 128, label: words.text('setup.password'), hint: words.text('setup.passwordHint'), value: password, type: (value) => app.set({ password: value }) },
    ])}
    <div class="acts">${badge(data.password ? 'OK' : 'WARN', words.text(data.password ? 'setup.passwordKept' : 'setup.passwordNone'))}
      ${button({ action: 'broker', label: words.text('setup.brokerSave'), disabled: broker === '', press: () => save(app, broker, password) })}</div>`;
}

/** A password is sent once, and forgotten here whatever came of it. */
async function save(app, broker, password) {
  const { data } = app;
  app.set({ password: '' });
  const address = broker.trim() === (data.broker ?? '').replace(SCHEME, '') ? data.broker : broker.trim();
  const answer = await app.ask('setup/broker', { broker: address, password }, WAIT_MILLIS);
  if (!answer) return;
  app.data = answer;
  const line = answer.steps.NETWORK.findings.find((one) => one.name === 'broker') ?? answer.steps.NETWORK.findings.find((one) => one.name === 'broker-port');
  const level = line?.level ?? 'WARN';
  app.say(level === 'OK' ? 'ok' : 'warn', app.words.text(`setup.line.${line?.name === 'broker' ? 'login' : 'port'}.${level === 'OK' ? 'OK' : 'WARN'}`));
  app.set({ board: null, broker: undefined });
}
