// The token of a citizen's page changes with every session; the page goes on without being loaded anew.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { TOKEN, viewOf } from '../dev/mock-server.mjs';
import { scenes } from '../dev/scenes.mjs';

let kiosk;
let runtime;
before(async () => {
  kiosk = await Kiosk.start();
  runtime = kiosk.runtime;
});
after(() => kiosk?.stop());
beforeEach(async () => {
  await kiosk.reset();
  await kiosk.patiently();
  runtime.log.length = 0;
  await kiosk.page.evaluate(() => (window.sameAsBefore = true));
});

const begins = (token) => (action) => {
  if (action !== 'begin') return undefined;
  runtime.turn(token, { told: false });
  runtime.view = viewOf('consent');
  return { status: 201, body: runtime.view, token };
};
const same = () => kiosk.page.evaluate(() => window.sameAsBefore === true);

async function begin() {
  await scenes.items(kiosk);
  await kiosk.press('[data-tile=OLD_AGE]');
  await kiosk.press('[data-item=pension-check]');
  await kiosk.settled('consent');
  const end = Date.now() + 60_000;
  while (runtime.listeners === 0) {
    if (Date.now() > end) throw new Error('the page opened no event stream');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('the page that begins a session goes on with its token, also on the event stream', async () => {
  runtime.answer = begins('of-the-first-session');
  await begin();
  await kiosk.patiently();
  await kiosk.press('[data-action=consent-accept]');
  assert.equal((await kiosk.posted('consent')).length, 1);
  runtime.show(viewOf('place-card'));
  await kiosk.settled('place-card');
  assert.ok(await same());
});

test('a session that ends by itself leaves the page with the next token', async () => {
  runtime.answer = begins('of-the-second-session');
  await begin();
  runtime.turn('between');
  runtime.show(null);
  await kiosk.settled('attract');
  await kiosk.patiently();
  runtime.answer = begins('of-the-third-session');
  await begin();
  assert.ok(await same());
});

test('a page left from the session before is refused, and comes back as a page of now', { timeout: 120_000 }, async () => {
  runtime.answer = begins('of-another-session');
  await begin();
  runtime.turn('of-somebody-else', { told: false });
  runtime.view = viewOf('form-phone', { id: 'f'.repeat(32) });
  // A page loads itself anew every ten seconds at most.
  const now = () => document.querySelector('meta[name=kiosk-token]').content === 'of-somebody-else';
  await kiosk.page.waitForFunction(now, { polling: 100, timeout: 60_000 });
  await kiosk.settled('form');
  assert.ok(!(await same()));
  assert.deepEqual(runtime.log.filter(({ path }) => !path.endsWith('/sessions')), []);
  runtime.turn(TOKEN);
});
