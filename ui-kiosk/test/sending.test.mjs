// What the citizen presses and what the runtime is told, in a real Chromium.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { viewOf } from '../dev/mock-server.mjs';
import { Kiosk } from '../dev/browser.mjs';
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
});

const show = async (name, changes) => {
  const view = viewOf(name, changes);
  runtime.show(view);
  await kiosk.settled(view.page);
};

test('a citizen starts an item', async () => {
  runtime.answer = (action) => {
    if (action === 'begin') runtime.show(viewOf('consent'));
  };
  await scenes.items(kiosk);
  await kiosk.press('[data-tile=OLD_AGE]');
  await kiosk.press('[data-item=pension-check]');
  await kiosk.settled('consent');
  assert.deepEqual(runtime.log, [{ path: '/api/sessions', body: { itemCode: 'pension-check' } }]);
});

test('an item that closed meanwhile says so and leads back to the list', async () => {
  runtime.answer = () => ({ status: 422, body: { error: { code: 'ITEM_UNAVAILABLE' } } });
  await scenes.items(kiosk);
  await kiosk.press('[data-tile=OLD_AGE]');
  await kiosk.press('[data-item=pension-check]');
  await kiosk.settled('problem');
  await kiosk.patiently();
  await kiosk.press('[data-action=end]');
  await kiosk.settled('items');
});

test('two presses in half a second send once, also across a page change', async () => {
  await show('consent');
  runtime.answer = () => runtime.show(viewOf('place-card'));
  await kiosk.page.$eval('[data-action=consent-accept]', (button) => (button.click(), button.click()));
  await kiosk.settled('place-card');
  await kiosk.press('[data-action=back]');
  assert.equal(runtime.log.length, 1);
  assert.deepEqual(runtime.log[0].body, { accept: true, version: '2026-1' });
});

test('a slow answer holds the next press back, says so, and leaving still works', async () => {
  await show('confirm');
  let release;
  runtime.answer = (action) =>
    action === 'submit' ? new Promise((resolve) => (release = () => resolve(undefined))) : undefined;
  await kiosk.press('[data-action=submit]');
  await kiosk.until(() => document.querySelector('[role=status]').textContent.includes('请别走开'));
  await kiosk.press('[data-action=submit]');
  assert.equal(kiosk.posts('submit').length, 1);
  await kiosk.press('[data-tool=exit]');
  await kiosk.settled('attract');
  release();
});

test('an answer that is later than usual is said to be, in other words, and a service that is being opened says so too', async () => {
  await show('confirm');
  let release;
  runtime.answer = () => new Promise((resolve) => (release = () => resolve(undefined)));
  await kiosk.press('[data-action=submit]');
  await kiosk.until(() => document.querySelector('[role=status]').textContent.includes('比平时慢'));
  await kiosk.press('[data-tool=exit]');
  await kiosk.settled('attract');
  assert.equal(await kiosk.page.evaluate(() => document.body.textContent.includes('比平时慢')), false);
  release();
  await kiosk.patiently();
  await scenes.items(kiosk);
  await kiosk.press('[data-tile]');
  await kiosk.settled('list');
  await kiosk.press('[data-item]');
  await kiosk.until(() => document.querySelector('[role=status]').textContent.includes('请别走开'));
  release();
});

test('what is still being answered for one citizen keeps the next one from nothing', async () => {
  await show('confirm');
  let release;
  runtime.answer = (action) => {
    if (action === 'submit') return new Promise((resolve) => (release = () => resolve({ body: viewOf('accepted') })));
    if (action === 'begin') runtime.show(viewOf('consent', { id: 'f'.repeat(32) }));
    return undefined;
  };
  await kiosk.press('[data-action=submit]');
  await kiosk.press('[data-tool=exit]');
  await kiosk.settled('attract');
  await kiosk.patiently();
  await scenes.items(kiosk);
  await kiosk.press('[data-tile=OLD_AGE]');
  await kiosk.press('[data-item=pension-check]');
  await kiosk.settled('consent');
  release();
  await kiosk.patiently();
  assert.equal(await kiosk.page.$eval('main', (main) => main.dataset.page), 'consent', 'the late answer is nobody\'s');
});

test('a form goes question by question, keeps answers on the way back, and sends only what was answered', async () => {
  await show('form-phone');
  await kiosk.type('13800001234');
  await kiosk.press('[data-action=next]');
  await kiosk.until(() => document.querySelector('[role=radiogroup]'));
  await kiosk.press('[data-choice=children]');
  await kiosk.press('[data-action=back]');
  await kiosk.until(() => document.querySelector('#answer')?.value === '138 0000 1234');
  await kiosk.patiently();
  await kiosk.press('[data-action=next]');
  await kiosk.until(() => document.querySelector('[data-choice=children][aria-checked=true]'));
  await kiosk.patiently();
  await kiosk.press('[data-action=next]');
  await kiosk.until(() => document.querySelector('kk-text-board'));
  await kiosk.type('zhang');
  await kiosk.press('[data-candidate=章]');
  await kiosk.patiently();
  await kiosk.press('[data-action=next]');
  await kiosk.until(() => true);
  const sent = kiosk.posts('form').map((entry) => entry.body);
  assert.deepEqual(sent.at(0), { values: { phone: '13800001234' }, partial: true });
  assert.deepEqual(sent.at(-1), { values: { phone: '13800001234', living: 'children', address: '章' } });
});

test('a refused answer is explained under its field and linked to it', async () => {
  await scenes['form-error'](kiosk);
  assert.equal(await kiosk.text('#answer-error'), '手机号是11位，您填了10位。');
  assert.equal(await kiosk.page.$eval('#answer', (field) => field.getAttribute('aria-describedby')), 'answer-error');
  assert.ok((await kiosk.page.title()).startsWith('错误：'));
  await kiosk.type('4');
  await kiosk.until(() => !document.querySelector('#answer-error'));
});

test('change opens that question and its answer leads straight back', async () => {
  await show('confirm');
  runtime.answer = (action) => {
    if (action === 'change') runtime.show(viewOf('form-phone'));
    if (action === 'form') runtime.show(viewOf('confirm'));
  };
  await kiosk.press('[data-question=living]');
  await kiosk.until(() => document.querySelector('[role=radiogroup]'));
  await kiosk.press('[data-choice=home]');
  await kiosk.patiently();
  await kiosk.press('[data-action=next]');
  await kiosk.settled('confirm');
  assert.deepEqual(kiosk.posts('form').at(-1).body, { values: { living: 'home' } });
});

test('the provisional number turns into the official one while it is looked at', async () => {
  await show('accepted-provisional');
  assert.ok((await kiosk.text('.ticket')).includes('临时号'));
  await show('accepted');
  await kiosk.until(() => document.querySelector('[data-official=true]'));
  assert.equal((await kiosk.text('.ticket-number')).replace(/\s/g, ''), '350102600012');
  assert.ok(!(await kiosk.text('.ticket')).includes('临时号'));
});

test('the live picture is fetched with the token and comes again', async () => {
  await show('camera');
  const picture = () => kiosk.page.$eval('.mirror img', (image) => image.src).catch(() => '');
  await kiosk.page.waitForSelector('.mirror img');
  const first = await picture();
  assert.match(first, /^blob:http:\/\/127\.0\.0\.1/);
  await kiosk.until((before) => document.querySelector('.mirror img')?.src !== before, first);
  runtime.show(null);
  await kiosk.settled('attract');
});

test('staff vouches by badge and PIN, and the PIN is never shown', async () => {
  await scenes['alternative-pin'](kiosk);
  const shown = await kiosk.page.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!shown.includes('135790'));
  await kiosk.patiently();
  await kiosk.press('[data-action=staff-check]');
  await kiosk.until(() => true);
  assert.deepEqual(kiosk.posts('staff-check')[0].body, { badge: '1024', pin: '135790' });
});

test('no request left the kiosk and the policy was never broken', () => {
  const origin = new URL(kiosk.url).origin;
  for (const address of kiosk.requests) {
    assert.ok(address.startsWith(origin) || address.startsWith(`blob:${origin}`) || address === 'data:,', address);
  }
  assert.deepEqual(kiosk.complaints, []);
});
