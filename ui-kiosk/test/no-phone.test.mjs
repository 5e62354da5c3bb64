// What the ordinary page does not foresee: no mobile phone, a name no font draws, a card nobody takes.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { CALLS, MockRuntime, viewOf } from '../dev/mock-server.mjs';

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

const show = async (name, machine = MockRuntime.kiosk()) => {
  const view = viewOf(name);
  runtime.show(view, machine);
  await kiosk.settled(view.page);
};
const press = (action) => kiosk.press(`[data-action=${action}]:not([disabled])`);
const text = (selector) => kiosk.page.$eval(selector, (element) => element.textContent);
const height = (action) => kiosk.page.$eval(`[data-action=${action}]`, (element) => element.getBoundingClientRect().height);
const sent = async () => {
  for (let i = 0; i < 400 && kiosk.posts('form').length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  return kiosk.posts('form')[0]?.body;
};

test('who has no phone presses one button as large as the others, and is at the next question', async () => {
  await show('form-phone');
  assert.equal(await height('no-phone'), await height('back'));
  await press('no-phone');
  assert.deepEqual(await sent(), { values: { phone: 'NONE' }, partial: true });
  await kiosk.until(() => document.querySelector('h1').textContent.includes('一起住'));
});

test('no phone stands in the field in words, and a number typed after all replaces it', async () => {
  await show('form-no-phone');
  const field = () => kiosk.page.$eval('#answer', (element) => element.value);
  assert.equal(await field(), '没有手机');
  assert.equal(await kiosk.page.$('[data-action=no-phone]'), null);
  await kiosk.type('13800001234');
  assert.equal(await field(), '138 0000 1234');
  await press('next');
  assert.deepEqual((await sent()).values, { phone: '13800001234' });
});

test('no phone that was said already is kept by going on', async () => {
  await show('form-no-phone');
  await press('next');
  assert.deepEqual((await sent()).values, { phone: 'NONE' });
});

test('what needs a phone has no such button, and says why and where else', async () => {
  await show('form-phone-needed');
  assert.equal(await kiosk.page.$('[data-action=no-phone]'), null);
  assert.match(await text('.lead'), /没有手机，请用身份证查/);
});

test('who has no phone is promised no message', async () => {
  await show('accepted-no-phone');
  assert.match(await text('.lead'), /不发短信。问结果请拨12345/);
  await show('accepted');
  assert.equal(await kiosk.page.$('.lead'), null);
});

test('a name no font draws is said to be kept as the card has it, before it is handed in', async () => {
  await show('confirm-rare');
  assert.match(await text('.lead'), /特殊字已按证件原样记录/);
  await show('confirm');
  assert.doesNotMatch(await text('.lead'), /特殊字/);
});

test('a card nobody takes: the page says that staff are called, and only while somebody is', async () => {
  await show('take-card');
  assert.doesNotMatch(await text('.live'), /叫/);
  await show('take-card', MockRuntime.kiosk({ help: CALLS.CALLING }));
  await kiosk.until(() => /已经叫工作人员来/.test(document.querySelector('.live').textContent));
  await show('take-card', MockRuntime.kiosk({ help: CALLS.NO_LINE }));
  await kiosk.until(() => !/已经叫工作人员来/.test(document.querySelector('.live').textContent));
});
