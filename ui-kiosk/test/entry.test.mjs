// Saying who one is by something else than the identity card, in a real Chromium.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { viewOf } from '../dev/mock-server.mjs';

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
});

const show = async (name, changes) => {
  const view = viewOf(name, changes);
  runtime.show(view);
  await kiosk.settled(view.page);
};
const shows = (selector) => kiosk.page.$(selector).then((found) => found !== null);
const sent = async (action) => {
  for (let i = 0; i < 400 && kiosk.posts(action).length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  return kiosk.posts(action)[0]?.body;
};

test('every way the item takes stands on the page, and the telephone is one press away', async () => {
  await show('place-card-any');
  for (const kind of ['ID_CARD', 'SOCIAL_CARD', 'CODE']) assert.ok(await shows(`[data-entry=${kind}]:not(.closed)`), kind);
  await kiosk.press('[data-action=use-code]');
  assert.deepEqual(await sent('use-code'), {});
});

test('what does not work says so, and cannot be pressed', async () => {
  await show('place-card-some');
  assert.ok(await shows('[data-entry=ID_CARD].closed'));
  assert.match(await kiosk.page.$eval('[data-entry=ID_CARD]', (row) => row.textContent), /R-60/);
  assert.ok(await shows('[data-entry=SOCIAL_CARD]:not(.closed)'));
  assert.ok(await shows('[data-entry=CODE].closed'));
  assert.ok(!(await shows('[data-action=use-code]')));
});

test('an item of identity cards alone keeps its page', async () => {
  await show('place-card');
  assert.ok(!(await shows('.entry-ways')));
  assert.ok(await shows('.picture .pictogram'));
});

test('the citizen says which code it is, and the code itself never passes the screen', async () => {
  await show('show-code');
  await kiosk.press('[data-code=PROVINCIAL]');
  assert.deepEqual(await sent('show-code'), { kind: 'PROVINCIAL' });
  await show('show-code-waiting');
  await kiosk.page.keyboard.type('LAB011764000000ABCDEFGHJ');
  await kiosk.patiently();
  assert.deepEqual(kiosk.posts('form'), []);
  assert.ok(!(await kiosk.page.$eval('main', (main) => main.textContent)).includes('LAB01'));
});

test('the card in the slot is asked back by its own name', async () => {
  await show('take-card-social');
  assert.match(await kiosk.page.$eval('h1', (title) => title.textContent), /社保卡/);
});
