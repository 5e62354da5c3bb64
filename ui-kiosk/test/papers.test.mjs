// Photographing papers, signing, and the sheet to take along, in a real Chromium.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { MockRuntime, viewOf, views } from '../dev/mock-server.mjs';

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
const press = async (action) => {
  await kiosk.press(`[data-action=${action}]:not([disabled])`);
};
/** Waits until the runtime heard of an action, and gives its body. */
const sent = async (action) => {
  for (let i = 0; i < 200 && kiosk.posts(action).length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  return kiosk.posts(action)[0]?.body;
};
const sentAll = () => runtime.log.map((entry) => entry.path.split('/').at(-1)).filter((action) => action !== 'touch');

test('the frame lies around the paper as the runtime sees it', async () => {
  await show('materials');
  await kiosk.page.waitForSelector('.paper-frame polygon');
  const points = await kiosk.page.$eval('.paper-frame polygon', (frame) => frame.getAttribute('points'));
  assert.equal(points, '250,86 758,108 730,655 211,626');
  await kiosk.until(() => document.querySelector('.line.ok'));
});

test('without a paper there is no frame, and an absurd answer draws none', async () => {
  await show('materials', { dev: { corners: [] } });
  await kiosk.page.waitForSelector('.table-view img');
  assert.equal(await kiosk.page.$('.paper-frame'), null);
  await show('materials', { dev: { corners: [[1, 2]] } });
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.equal(await kiosk.page.$('.paper-frame'), null);
});

test('taken, looked at, kept, and on to the next paper', async () => {
  runtime.answer = (action) => {
    if (action === 'page-take') runtime.show(viewOf('materials-shot'));
    if (action === 'page-keep') {
      const materials = structuredClone(views.materials.materials);
      materials.list[0].pages = ['0011223344556677'];
      runtime.show(viewOf('materials', { materials }));
    }
  };
  await show('materials');
  await press('page-take');
  await kiosk.page.waitForSelector('[data-action=page-keep]');
  assert.deepEqual(await sent('page-take'), { material: 'household-register' });
  await kiosk.patiently();
  await press('page-keep');
  await kiosk.page.waitForSelector('[data-action=look]');
  await press('next');
  await kiosk.until(() => document.querySelector('h1').textContent.includes('结婚证'));
  assert.equal(kiosk.posts('continue').length, 0, 'there is one more paper');
});

test('the last paper settled, the server is asked to go on', async () => {
  await show('materials-brought');
  await press('next');
  assert.deepEqual(await sent('continue'), {});
});

test('a camera that is out offers what still can be done', async () => {
  await show('materials-lost-later');
  await press('bring-later');
  assert.deepEqual(await sent('bring-later'), { material: 'marriage-certificate', later: true });
  await show('materials-lost');
  assert.equal(await kiosk.page.$('[data-action=page-take]'), null);
});

test('signed and handed in by one press, with every point and its time', async () => {
  await show('sign');
  assert.ok(await kiosk.page.$('[data-action=sign][disabled]'), 'nothing is drawn yet');
  await kiosk.line('.sign-box', [[100, 100], [300, 120], [300, 260]]);
  await kiosk.line('.sign-box', [[400, 100], [700, 100]]);
  await press('sign');
  await sent('submit');
  assert.deepEqual(sentAll(), ['sign', 'submit']);
  const { width, height, strokes } = await sent('sign');
  assert.deepEqual([width, height, strokes.length], [968, 420, 2]);
  const points = strokes.flat();
  assert.ok(points.length >= 6);
  assert.deepEqual(points[0], [100, 100, 0, 0]);
  for (const [index, point] of points.entries()) {
    assert.ok(point.length === 4 && point.every(Number.isInteger), String(point));
    assert.ok(index === 0 || point[2] >= points[index - 1][2], 'time only goes on');
    assert.ok(point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height);
  }
});

test('wiped is empty again, and a second finger draws nothing', async () => {
  await show('sign');
  await kiosk.line('.sign-box', [[100, 100], [300, 120]]);
  await kiosk.page.evaluate(() => {
    const box = document.querySelector('.sign-box');
    const at = (type, id, x) =>
      box.dispatchEvent(new PointerEvent(type, { pointerId: id, clientX: x, clientY: 1000, bubbles: true, pointerType: 'touch' }));
    box.setPointerCapture = () => {};
    at('pointerdown', 7, 200);
    at('pointerdown', 8, 600);
    at('pointermove', 8, 700);
    at('pointerup', 7, 200);
  });
  const { strokes } = await kiosk.page.$eval('kk-sign-board', (board) => board.ink);
  assert.equal(strokes.length, 2);
  assert.equal(strokes[1].length, 1);
  await press('erase');
  await kiosk.page.waitForSelector('[data-action=sign][disabled]');
  assert.equal(await kiosk.page.$eval('kk-sign-board', (board) => board.empty), true);
});

test('who does not sign by hand confirms, by one press too', async () => {
  await show('sign');
  await press('assent');
  await sent('submit');
  assert.deepEqual(sentAll(), ['assent', 'submit']);
});

test('too little ink is said in words, and nothing is handed in', async () => {
  runtime.answer = (action) =>
    action === 'sign' ? { status: 422, body: { error: { code: 'SIGNATURE_TOO_SHORT' } } } : undefined;
  await show('sign');
  await kiosk.line('.sign-box', [[100, 100], [110, 104]]);
  await press('sign');
  await kiosk.until(() => document.querySelector('.line.warn'));
  assert.deepEqual(sentAll(), ['sign']);
});

test('an endless drawing keeps within what the runtime takes', async () => {
  await show('sign');
  const drawn = await kiosk.page.$eval('.sign-box', (box) => {
    box.setPointerCapture = () => {};
    const frame = box.getBoundingClientRect();
    const at = (type, x, y) =>
      box.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: frame.x + x, clientY: frame.y + y, bubbles: true }));
    at('pointerdown', 1, 1);
    for (let i = 0; i < 12_000; i++) at('pointermove', (i * 5) % 900, (i * 7) % 400);
    at('pointerup', 1, 1);
    return document.querySelector('kk-sign-board').ink.strokes.flat().length;
  });
  assert.ok(drawn <= 9_000, String(drawn));
});

test('a sheet nobody can tell about is asked about, and never printed by guess', async () => {
  await show('accepted-copy-unknown');
  assert.equal(await kiosk.page.$('[data-action=print-copy]'), null);
  await press('copy-not');
  assert.deepEqual(await sent('copy-seen'), { came: false });
  await show('accepted-copy-printed');
  assert.ok((await kiosk.text('.line.ok')).includes('打好了'));
  assert.ok(await kiosk.page.$('[data-action=print]'), 'then the slip');
});

test('the sheet can be declined', async () => {
  await show('accepted-copy');
  await press('without-copy');
  await kiosk.page.waitForSelector('[data-action=print]');
});

test('after the end no page and no stroke is left', async () => {
  await show('sign');
  await kiosk.line('.sign-box', [[100, 100], [300, 120]]);
  const box = await kiosk.page.$('kk-sign-board');
  runtime.show(null, MockRuntime.kiosk());
  await kiosk.settled('attract');
  assert.deepEqual(await box.evaluate((board) => board.ink.strokes), []);
  assert.equal(await kiosk.page.evaluate(() => document.querySelectorAll('img[src^=blob]').length), 0);
  assert.deepEqual(kiosk.complaints, []);
});
