// What the screens do, in a real Chromium: wiping, waiting, recovering, refusing.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { MockRuntime, viewOf } from '../dev/mock-server.mjs';
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

test('large, black and low survive the session and are gone after it', async () => {
  await kiosk.pressAll('[data-tool=size]', '[data-tool=contrast]', '[data-tool=reach]', '[data-tool=language]');
  await show('consent');
  const set = () => kiosk.page.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
  assert.deepEqual(await set(), { size: 'elder', contrast: 'black', reach: 'low', room: 'tight', lang: 'en' });
  await kiosk.press('[data-tool=size]');
  await show('rating');
  assert.equal((await set()).size, 'xl');
  runtime.show(null);
  await kiosk.settled('attract');
  assert.deepEqual(await set(), { size: 'standard', contrast: 'normal', reach: 'normal', room: 'ample', lang: 'zh-CN' });
});

test('back to the list keeps the display', async () => {
  await kiosk.press('[data-tool=size]');
  await show('consent');
  await kiosk.press('[data-action=back]');
  await kiosk.settled('items');
  assert.equal(await kiosk.page.evaluate(() => document.documentElement.dataset.size), 'elder');
  assert.equal(kiosk.posts('end').length, 1);
});

test('after the end nothing of the citizen is left in the page', async () => {
  const MARKER = '鄣标记';
  const before = await kiosk.page.evaluate(() => {
    window.copied = [];
    for (const type of ['copy', 'cut']) window.addEventListener(type, () => window.copied.push(getSelection().toString()), { capture: true });
    return history.length;
  });
  await show('form-text');
  await kiosk.type('zhang');
  await kiosk.press('[data-candidate=章]');
  const review = [{ id: 'address', label: '住址', value: MARKER, editable: true }];
  await show('confirm', { review, citizen: { name: MARKER, number: MARKER } });
  await kiosk.page.keyboard.down('Control');
  for (const key of ['a', 'c']) await kiosk.page.keyboard.press(key);
  await kiosk.page.keyboard.up('Control');
  await scenes['alternative-called'](kiosk);
  await kiosk.press('[data-action=staff-here]');
  await kiosk.type('1024');
  runtime.show(null);
  await kiosk.settled('attract');
  const left = await kiosk.page.evaluate(async () => ({
    html: document.documentElement.outerHTML,
    title: document.title,
    storage: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    caches: (await globalThis.caches?.keys()) ?? [],
    databases: await indexedDB.databases(),
    history: history.length,
    copied: window.copied,
    app: JSON.stringify(document.querySelector('kiosk-app').visit),
  }));
  for (const text of [left.html, left.title, left.app]) {
    for (const word of [MARKER, '章', '1024']) assert.ok(!text.includes(word), word);
  }
  assert.equal(left.storage, 0);
  assert.equal(left.cookies, '');
  assert.deepEqual([left.caches, left.databases], [[], []]);
  assert.equal(left.history, before, 'no page of a citizen is behind the back button');
  assert.deepEqual(left.copied, [], 'nothing got into the clipboard');
});

test('another session never sees the answers of the one before', async () => {
  await show('form-phone');
  await kiosk.type('13800001234');
  await show('form-phone', { id: 'f'.repeat(32) });
  await kiosk.until(() => document.querySelector('#answer').value === '');
});

test('the idle question is a dialog, any press goes on, leaving ends', async () => {
  await scenes.idle(kiosk);
  assert.equal(await kiosk.page.$eval('dialog', (dialog) => dialog.getAttribute('role')), 'alertdialog');
  assert.equal(await kiosk.page.evaluate(() => document.activeElement.dataset.action), 'stay');
  // The server counts anew at the touch.
  runtime.view = viewOf('form-phone');
  await kiosk.press('[data-action=stay]');
  await kiosk.until(() => !document.querySelector('dialog'));
  await kiosk.until(() => document.activeElement === document.querySelector('h1'));
  assert.equal((await kiosk.posted('touch')).length, 1);
  await show('form-phone', { idle: { warnInMillis: 1, endInMillis: 20_001 } });
  await kiosk.page.waitForSelector('dialog[open]');
  await kiosk.press('[data-action=leave]');
  await kiosk.settled('attract');
  assert.equal(kiosk.posts('end').length, 1);
});

test('a card left on the reader keeps its page after the end', async () => {
  await show('form-phone');
  runtime.answer = (action) => {
    if (action !== 'end') return undefined;
    runtime.show(viewOf('take-card'));
    return { body: viewOf('take-card') };
  };
  await kiosk.press('[data-tool=exit]');
  await kiosk.settled('take-card');
  runtime.show(null);
  await kiosk.settled('attract');
});

test('without a runtime the machine says so, and it recovers alone', async () => {
  const port = Number(new URL(kiosk.url).port);
  await show('place-card');
  await runtime.close();
  await kiosk.settled('out');
  assert.ok((await kiosk.text('h1')).includes('暂时不能用'));
  const fresh = new MockRuntime();
  fresh.view = viewOf('place-card');
  await fresh.listen(port);
  kiosk.runtime = runtime = fresh;
  await kiosk.settled('place-card');
});

test('a list of items that could not be had is asked for again, and the machine opens', async () => {
  const closed = MockRuntime.items().map((item) => ({ ...item, available: false, why: 'OUT_OF_SERVICE' }));
  runtime.show(null, MockRuntime.kiosk({ locked: true }), closed);
  await kiosk.settled('out');
  runtime.itemsFail = 1;
  runtime.show(null, MockRuntime.kiosk(), MockRuntime.items());
  await kiosk.settled('attract');
  assert.equal(runtime.itemsFail, 0);
  // The one error the browser tells of is the one that was wanted.
  kiosk.complaints.length = 0;
});

test('a new start of the runtime, so a new token, loads the page anew', async () => {
  runtime.token = 'token-of-the-next-start';
  runtime.dropStreams();
  await kiosk.until(() => document.querySelector('meta[name=kiosk-token]').content === 'token-of-the-next-start');
  await kiosk.settled('attract');
});

test('hostile texts are shown as they are and run nothing', async () => {
  const hostile = '<img src=x onerror="document.title=1"> ${7*7} javascript:alert(1) {{x}}';
  await show('consent', { item: { code: 'x', name: hostile } });
  assert.ok((await kiosk.text('.facts')).includes(hostile));
  assert.equal(await kiosk.page.$('main img'), null);
});

test('browser keys and the context menu do nothing, digits of a keypad type', async () => {
  await show('form-phone');
  const cancelled = (type, init) =>
    kiosk.page.evaluate(
      (kind, options) => {
        const made = kind === 'contextmenu' ? new MouseEvent(kind, options) : new KeyboardEvent(kind, options);
        return !document.querySelector('h1').dispatchEvent(made);
      },
      type,
      { bubbles: true, cancelable: true, ...init },
    );
  for (const key of [{ key: 'F5' }, { key: 'p', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }, { key: 'Escape' }]) {
    assert.ok(await cancelled('keydown', key), JSON.stringify(key));
  }
  assert.ok(await cancelled('contextmenu', {}));
  await kiosk.page.keyboard.press('1');
  await kiosk.page.keyboard.press('3');
  await kiosk.page.keyboard.press('Backspace');
  await kiosk.until(() => document.querySelector('#answer').value === '1');
});

test('with reduced motion, and in elder sizes, nothing moves', async () => {
  const moves = () =>
    kiosk.page.evaluate(() =>
      [...document.querySelectorAll('main, button')].filter((element) => {
        const style = getComputedStyle(element);
        const long = (text) => text.split(',').some((part) => parseFloat(part) > 0);
        return long(style.transitionDuration) || long(style.animationDuration);
      }).length,
    );
  await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  assert.equal(await moves(), 0);
  await kiosk.page.emulateMediaFeatures([]);
  assert.notEqual(await moves(), 0);
  await kiosk.press('[data-tool=size]');
  await kiosk.until(() => document.documentElement.dataset.size === 'elder');
  assert.equal(await moves(), 0);
});

test('face pages offer the other way in the same size', async () => {
  const sizes = (...selectors) =>
    kiosk.page.evaluate(
      (all) =>
        all.map((selector) => {
          const { width, height } = document.querySelector(selector).getBoundingClientRect();
          return `${Math.round(width)}×${Math.round(height)}`;
        }),
      selectors,
    );
  for (const [name, one, other] of [
    ['camera', 'face-start', 'other-way'],
    ['face-consent', 'face-accept', 'face-refuse'],
    ['consent', 'consent-accept', 'consent-refuse'],
  ]) {
    await show(name);
    const [a, b] = await sizes(`[data-action=${one}]`, `[data-action=${other}]`);
    assert.equal(a, b, name);
  }
});

test('no request left the kiosk and the policy was never broken', () => {
  const origin = new URL(kiosk.url).origin;
  for (const address of kiosk.requests) {
    assert.ok(address.startsWith(origin) || address.startsWith(`blob:${origin}`) || address === 'data:,', address);
  }
  assert.deepEqual(kiosk.complaints, []);
});
