// Typing and writing on the glass, and everything that goes wrong in front of it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { inspect } from '../dev/inspect.mjs';
import { viewOf } from '../dev/mock-server.mjs';
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
  runtime.writing = () => undefined;
});

const show = async (name, changes) => {
  const view = viewOf(name, changes);
  runtime.show(view);
  await kiosk.settled(view.page);
};
const answer = () => kiosk.page.$eval('#answer', (field) => field.value);
const TEXT = { form: { questions: [{ id: 'address', label: '您现在住在哪里？', kind: 'TEXT', required: true, maxLength: 12, value: '' }] } };

test('words are typed whole, and what is left of the letters goes on', async () => {
  await show('form-text', TEXT);
  await kiosk.type('yinhang');
  await kiosk.press('[data-candidate=银行]');
  await kiosk.until(() => document.querySelector('#answer').value === '银行');
  await kiosk.type('yinhangshi');
  await kiosk.press('[data-candidate=银行]');
  await kiosk.until(() => document.querySelector('.syllable')?.textContent === 'shi');
  await kiosk.press('[data-candidate=是]');
  await kiosk.until(() => document.querySelector('#answer').value === '银行银行是');
});

test('letters that are no pinyin are not taken, and the answer never grows beyond its limit', async () => {
  await show('form-text', TEXT);
  await kiosk.type('bvq');
  assert.equal(await kiosk.text('.syllable'), 'b');
  await kiosk.press('[data-key=erase]');
  for (let round = 0; round < 8; round++) {
    await kiosk.type('yinhang');
    await kiosk.press('[data-candidate=银行]');
  }
  await kiosk.until(() => [...document.querySelector('#answer').value].length === 12);
});

test('a character is written by hand, and one that is not there is found by pinyin', async () => {
  await scenes['form-hand'](kiosk);
  const [{ body }] = runtime.written;
  assert.equal(body.strokes.length, 2);
  assert.ok(body.strokes.flat().every((one) => Number.isInteger(one) && one >= 0 && one <= body.size));
  await kiosk.press('[data-candidate=吉]');
  await kiosk.until(() => document.querySelector('#answer').value.endsWith('吉') && !document.querySelector('.ink-line'));
  await kiosk.draw('.ink', [[0.2, 0.5, 0.8, 0.5]]);
  await kiosk.press('[data-key=not-there]');
  await kiosk.page.waitForSelector('[data-key=q]');
});

test('elder sizes begin with handwriting, and without it pinyin is offered in words', async () => {
  runtime.writing = () => ({ status: 503, body: { error: { code: 'NO_WRITING' } } });
  await kiosk.press('[data-tool=size]');
  await show('form-text');
  await kiosk.draw('.ink', [[0.2, 0.5, 0.8, 0.5]]);
  await kiosk.until(() => document.querySelector('.ink-hint')?.textContent.includes('请用拼音'));
});

test('a second finger draws nothing', async () => {
  await show('form-text');
  await kiosk.press('[data-key=hand]');
  await kiosk.page.waitForSelector('.ink');
  const strokes = await kiosk.page.evaluate(() => {
    const ink = document.querySelector('.ink');
    const { left, top } = ink.getBoundingClientRect();
    const point = (type, pointerId, isPrimary, x) =>
      ink.dispatchEvent(new PointerEvent(type, { pointerId, isPrimary, clientX: left + x, clientY: top + 50, bubbles: true }));
    ink.setPointerCapture = () => {};
    point('pointerdown', 1, true, 10);
    point('pointerdown', 2, false, 200);
    point('pointermove', 2, false, 300);
    point('pointermove', 1, true, 90);
    point('pointerup', 1, true, 90);
    return document.querySelector('kk-ink-board').strokes.length;
  });
  assert.equal(strokes, 1);
});

test('ten taps during a page change send once', async () => {
  await show('consent');
  runtime.answer = () => runtime.show(viewOf('place-card'));
  const { x, y, width, height } = await (await kiosk.page.$('[data-action=consent-accept]')).boundingBox();
  for (let tap = 0; tap < 10; tap++) await kiosk.page.mouse.click(x + width / 2, y + height / 2);
  await kiosk.settled('place-card');
  assert.equal(runtime.log.filter(({ path }) => !path.endsWith('/touch')).length, 1);
});

test('two fingers on two buttons press one of them at most', async () => {
  await show('consent');
  const client = await kiosk.page.createCDPSession();
  const middle = async (action) => {
    const { x, y, width, height } = await (await kiosk.page.$(`[data-action=${action}]`)).boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const touchPoints = [await middle('consent-accept'), await middle('consent-refuse')];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await kiosk.patiently();
  assert.ok(kiosk.posts('consent').length <= 1);
});

test('a scanner that writes like a keyboard types nothing and presses nothing', async () => {
  const scan = (code) =>
    kiosk.page.evaluate((keys) => {
      for (const key of [...keys, 'Enter']) {
        const code = key === 'Enter' ? 'Enter' : `Digit${key}`;
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
      }
    }, code);
  await show('form-phone');
  await scan('350102190001011234');
  await show('consent');
  await scan('6921234567890');
  await kiosk.patiently();
  await show('form-phone');
  assert.equal(await answer(), '');
  assert.equal(kiosk.posts('form').length + kiosk.posts('consent').length, 0);
});

test('nothing can be pasted, and control characters are no letters', async () => {
  await show('form-text', TEXT);
  await kiosk.page.evaluate(() => {
    const field = document.querySelector('#answer');
    const data = new DataTransfer();
    data.setData('text/plain', 'pasted\u0000\u202e');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    for (const key of ['\u0007', '\u202e', '\u200b']) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, code: '', bubbles: true, cancelable: true }));
    }
  });
  await kiosk.patiently();
  assert.equal(await answer(), '');
});

for (const [what, name] of [
  ['of ten thousand characters', '长'.repeat(10_000)],
  ['written from right to left', 'مُحَمَّد\u202eأحمد'],
  ['with rare characters', '𠮷㐂䶮𠀡彧'],
]) {
  test(`a name ${what} stays in its place and changes nothing around it`, async () => {
    const review = viewOf('confirm').review.map((row) => (row.id === 'name' || row.id === 'address' ? { ...row, value: name } : row));
    await show('confirm', { review });
    const wrong = await kiosk.page.evaluate(inspect, { size: 'standard', low: false });
    assert.deepEqual(wrong, []);
    assert.equal(await kiosk.page.$eval('.facts dd', (value) => value.textContent.trim()), name);
  });
}

test('a reload in the middle of a form brings the same page back and sends nothing', async () => {
  await show('form-phone');
  await kiosk.type('138');
  await kiosk.page.reload();
  await kiosk.settled('form');
  assert.deepEqual(runtime.log.filter(({ path }) => path.endsWith('/form') || path.endsWith('/submit')), []);
});

test('a browser that crashed in the middle of a form comes back to the same page and sends nothing', async () => {
  await show('form-phone');
  const crashed = await kiosk.browser.newPage();
  await crashed.goto(kiosk.url);
  await crashed.waitForSelector('[data-page=form]');
  await crashed.goto('chrome://crash', { timeout: 5_000 }).catch(() => undefined);
  const fresh = await kiosk.browser.newPage();
  await fresh.goto(kiosk.url);
  await fresh.waitForSelector('[data-page=form] #answer');
  await fresh.close();
  await crashed.close().catch(() => undefined);
  await kiosk.page.bringToFront();
  assert.deepEqual(runtime.log.filter(({ path }) => path.endsWith('/form') || path.endsWith('/submit')), []);
});

for (const [what, reply] of [
  ['an error', { status: 500, body: { error: { code: 'INTERNAL' } } }],
  ['nonsense', { status: 200, body: ['no', 'view'] }],
  ['half a page', { status: 200, body: { ...viewOf('form-phone'), form: undefined } }],
]) {
  test(`a runtime that answers ${what} leaves the page and says what to do`, async () => {
    await show('confirm');
    runtime.answer = (action) => (action === 'submit' ? reply : undefined);
    await kiosk.press('[data-action=submit]');
    await kiosk.until(() => document.querySelector('[role=status]').textContent.includes('请再按一次'));
    assert.equal(await kiosk.page.$eval('main', (main) => main.dataset.page), 'confirm');
    runtime.answer = (action) => (action === 'submit' ? void runtime.show(viewOf('accepted')) : undefined);
    await kiosk.patiently();
    await kiosk.press('[data-action=submit]');
    await kiosk.settled('accepted');
  });
}

test('a submit whose answer was lost is not made twice: the second press shows where the citizen is', async () => {
  await show('confirm');
  let lost = true;
  runtime.answer = (action) => {
    if (action !== 'submit') return undefined;
    if (!lost) return { status: 409, body: { error: { code: 'WRONG_STEP' } } };
    lost = false;
    runtime.view = viewOf('accepted');
    return { status: 500, body: { error: { code: 'INTERNAL' } } };
  };
  await kiosk.press('[data-action=submit]');
  await kiosk.until(() => document.querySelector('[role=status]').textContent.includes('请再按一次'));
  await kiosk.patiently();
  await kiosk.press('[data-action=submit]');
  await kiosk.settled('accepted');
});

test('nothing complained', () => {
  assert.deepEqual(kiosk.complaints, []);
});
