// A citizen calls for help: what is shown, said and sent in each state, in a real Chromium.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { CALLS, MockRuntime, viewOf } from '../dev/mock-server.mjs';
import { Kiosk } from '../dev/browser.mjs';

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
  runtime.said.length = 0;
});

const show = async (name, changes) => {
  const view = viewOf(name, changes);
  runtime.show(view);
  await kiosk.settled(view.page);
};
const asked = (what) => runtime.log.filter(({ path }) => path === `/api/help${what}`);
const call = async () => {
  await kiosk.press('[data-tool=help]');
  await kiosk.settled('help');
};
const says = (words) => kiosk.until((text) => document.querySelector('main').textContent.includes(text), words);

test('a press calls and says since when; a second one calls nobody twice; one goes on with what was typed', async () => {
  await show('form-phone');
  await kiosk.type('138');
  await call();
  await says('8:42叫的');
  await says('12345');
  await kiosk.patiently();
  await kiosk.press('[data-tool=help]');
  await kiosk.patiently();
  assert.equal(asked('').length, 1);
  assert.deepEqual(asked('')[0].body, {}, 'nothing of anybody is sent');
  await kiosk.press('[data-action=go-on]');
  await kiosk.settled('form');
  assert.equal(await kiosk.page.$eval('#answer', (field) => field.value), '138');
  assert.ok((await kiosk.text('[role=status]')).includes('8:42叫了人'));
});

test('whoever answers is said with the time they come', async () => {
  await show('form-phone');
  await call();
  runtime.help(CALLS.ANSWERED);
  await says('大约5分钟，8:47左右到');
  await kiosk.press('[data-action=go-on]');
  await kiosk.settled('form');
  assert.ok((await kiosk.text('[role=status]')).includes('8:47到'));
});

test('nobody answers: the number comes up large and is said aloud, also over the form, and can be called again', async () => {
  await show('form-phone');
  await call();
  await kiosk.press('[data-action=go-on]');
  await kiosk.settled('form');
  runtime.help(CALLS.UNANSWERED);
  await kiosk.settled('help');
  await says('8:42叫过');
  const pixels = await kiosk.page.$eval('.help-number .number', (number) => Number.parseFloat(getComputedStyle(number).fontSize));
  assert.ok(pixels >= 96, `${pixels}`);
  await kiosk.until(() => document.activeElement === document.querySelector('h1'));
  const heard = (what) => runtime.said.some(({ text, kind }) => text === '12345' && kind === what);
  for (let n = 0; n < 100 && !heard('digits'); n++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(heard('digits'), JSON.stringify(runtime.said));
  await kiosk.patiently();
  await kiosk.press('[data-action=call-again]');
  await says('8:42叫的');
  assert.equal(asked('').length, 2);
  runtime.help(CALLS.UNANSWERED);
  await says('8:42叫过');
  await kiosk.patiently();
  await kiosk.press('[data-action=understood]');
  await kiosk.settled('form');
  assert.equal(asked('/cancel').length, 1);
});

test('without a line, and without a runtime that answers, the number is there at once', async () => {
  runtime.answer = (action) => (action === 'help' ? { body: runtime.help(CALLS.NO_LINE) } : undefined);
  await call();
  await says('叫不到人');
  await says('12345');
  await kiosk.patiently();
  await kiosk.press('[data-action=understood]');
  await kiosk.settled('attract');
  runtime.answer = (action) => (action === 'help' ? { status: 500, body: { error: { code: 'INTERNAL' } } } : undefined);
  await kiosk.patiently();
  await kiosk.press('[data-tool=help]');
  await says('12345');
  await kiosk.settled('help');
  await kiosk.patiently();
  await kiosk.press('[data-action=understood]');
  await kiosk.settled('attract');
});

test('not needed any more: the call is taken back and the form goes on', async () => {
  await show('form-phone');
  await call();
  await kiosk.patiently();
  await kiosk.press('[data-action=no-need]');
  await kiosk.settled('form');
  assert.equal(asked('/cancel').length, 1);
  await kiosk.until(() => !document.querySelector('.line.call'));
});

test('who waits for somebody is not asked whether they are still there', async () => {
  await show('form-phone');
  await call();
  // Short only while the call stands: a slow machine is not to be asked before it has called.
  runtime.show(viewOf('form-phone', { idle: { warnInMillis: 1_200, endInMillis: 21_200 } }));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  assert.equal(await kiosk.page.$('dialog'), null);
  runtime.help(CALLS.UNANSWERED);
  await kiosk.page.waitForSelector('kk-idle-dialog dialog[open]');
});

test('a call of somebody else, before this session or in another, keeps nobody from being asked', async () => {
  for (const session of ['', 'f'.repeat(32)]) {
    await kiosk.reset();
    runtime.help(CALLS.ANSWERED, session);
    await show('form-phone', { idle: { warnInMillis: 300, endInMillis: 20_300 } });
    await kiosk.page.waitForSelector('kk-idle-dialog dialog[open]');
  }
});

test('staff at the machine end the call with badge and PIN; a wrong one is asked for again', async () => {
  await show('form-phone');
  await call();
  runtime.answer = (action, body) => {
    if (action !== 'attended') return undefined;
    return body.pin === '246810' ? { body: runtime.help(undefined) } : { status: 403, body: { error: { code: 'STAFF_REFUSED' } } };
  };
  const typed = async (pin) => {
    await kiosk.type('1024');
    await kiosk.patiently();
    await kiosk.press('[data-action=next]');
    await kiosk.until(() => document.querySelector('[data-action=staff-check]'));
    await kiosk.type(pin);
    await kiosk.patiently();
    await kiosk.press('[data-action=staff-check]');
  };
  await kiosk.press('[data-action=staff-here]');
  await kiosk.settled('help-staff');
  await typed('111111');
  await says('请再填一次');
  await typed('246810');
  await kiosk.settled('form');
  assert.equal(asked('/attended').length, 2);
  const left = await kiosk.page.evaluate(() => JSON.stringify(document.querySelector('kiosk-app').visit) + document.body.innerHTML);
  assert.ok(!left.includes('246810') && !left.includes('1024'));
});

test('while a card lies there its page stays, and says how the call stands', async () => {
  await show('take-card');
  await kiosk.press('[data-action=card-stuck]');
  await says('8:42叫了人');
  assert.equal(await kiosk.page.$eval('main', (main) => main.dataset.page), 'take-card');
  runtime.help(CALLS.UNANSWERED);
  await says('请拨12345');
  assert.equal(await kiosk.page.$eval('main', (main) => main.dataset.page), 'take-card');
});

test('leaving takes the call along, and the next citizen sees nothing of it', async () => {
  await call();
  await kiosk.patiently();
  await kiosk.press('[data-tool=exit]');
  await kiosk.settled('attract');
  assert.equal(asked('/cancel').length, 1);
});

test('a machine that was never enrolled says so and where to go, and promises no minute', async () => {
  runtime.show(null, { starting: true, unenrolled: true, helpPhone: '12345', elsewhere: '东街站，往前600米' });
  await kiosk.settled('out');
  const text = await kiosk.text('main');
  for (const part of ['还没有启用', '东街站，往前600米', '12345']) assert.ok(text.includes(part), text);
  assert.ok(!text.includes('1分钟'), text);
  runtime.show(null, MockRuntime.kiosk());
  await kiosk.settled('attract');
});
