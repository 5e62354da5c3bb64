// Every page on a glass that lies (1920×1080), with axe, and on a 10-inch tablet, where the same pages are drawn smaller.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from '../dev/axe.mjs';
import { Kiosk } from '../dev/browser.mjs';
import { inspect } from '../dev/inspect.mjs';
import { CALLS, MockRuntime } from '../dev/mock-server.mjs';
import { fewScenes, GLASSES, longViews, scenes, setMode } from '../dev/scenes.mjs';

const GLASS = GLASSES.lying;
const TABLET = { lying: GLASSES['tablet-lying'], upright: GLASSES.tablet };
/** The design's least on a tablet's glass; its targets are for gloves outdoors, these for bare hands: 10 mm. */
const LEAST = { text: 18, target: 58 };

let kiosk;
before(async () => {
  kiosk = await Kiosk.start();
  await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
});
after(() => kiosk?.stop());

/** The other modes look at every page, in two of its states at most. */
const EVERY_STATE = ['standard', 'en+xl'];
/** Axe has seen every state upright; here it looks at one of each page, where order, colours or words are others. */
const AXE_AGAIN = ['standard', 'black', 'low', 'en'];
const WITH_AXE = fewScenes(1);
const sizeOf = (mode) => (/xl/.test(mode) ? 'xl' : /elder/.test(mode) ? 'elder' : 'standard');

for (const mode of ['standard', 'elder', 'xl', 'black', 'low', 'low+xl', 'en', 'en+xl']) {
  test(`every page keeps the rules lying, in mode ${mode}`, { timeout: 240_000 }, async () => {
    await kiosk.page.setViewport(GLASS);
    const wrong = [];
    for (const [name, open] of Object.entries(EVERY_STATE.includes(mode) ? scenes : fewScenes())) {
      if (name === 'idle') continue;
      await kiosk.reset();
      await setMode(kiosk, mode);
      await open(kiosk);
      const found = await kiosk.page.evaluate(inspect, { size: sizeOf(mode), low: /low/.test(mode), ...GLASS });
      if (AXE_AGAIN.includes(mode) && name in WITH_AXE) found.push(...(await axe(kiosk.page)));
      wrong.push(...found.map((line) => `${mode} ${name}: ${line}`));
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(kiosk.complaints, []);
  });
}

for (const mode of ['standard', 'en', 'xl', 'low+xl']) {
  test(`texts a third longer than ours fit lying, in mode ${mode}`, { timeout: 240_000 }, async () => {
    await kiosk.page.setViewport(GLASS);
    const wrong = [];
    for (const [name, view] of Object.entries(longViews())) {
      await kiosk.reset();
      await setMode(kiosk, mode);
      // In the largest letters a call for help and long texts do not fit together: the README says so.
      const help = /xl/.test(mode) ? undefined : CALLS.CALLING;
      kiosk.runtime.show(view, MockRuntime.kiosk({ site: '东街街道便民服务中心三号机', help }));
      await kiosk.settled(view.page);
      const found = await kiosk.page.evaluate(inspect, { size: sizeOf(mode), low: /low/.test(mode), ...GLASS });
      wrong.push(...found.map((line) => `${mode} ${name}: ${line}`));
    }
    assert.deepEqual(wrong, []);
  });
}

for (const [shape, size] of Object.entries(TABLET)) {
  test(`a tablet ${shape} shows whole pages that can be read and pressed`, { timeout: 120_000 }, async () => {
    await kiosk.page.setViewport(size);
    const wrong = [];
    for (const name of ['attract', 'items', 'consent', 'place-card', 'camera', 'form-phone', 'form-pinyin', 'confirm', 'sign', 'accepted', 'rating']) {
      await kiosk.reset();
      await scenes[name](kiosk);
      const found = await kiosk.page.evaluate(measure, LEAST);
      wrong.push(...found.map((line) => `${name}: ${line}`));
    }
    assert.deepEqual(wrong, []);
  });
}

test('a glass that is turned in the middle of a form keeps the page and what was typed', async () => {
  await kiosk.page.setViewport({ width: 1080, height: 1920 });
  await kiosk.reset();
  await scenes['form-phone'](kiosk);
  await kiosk.type('138');
  await kiosk.page.setViewport(GLASS);
  await kiosk.until(() => document.querySelector('.work #answer, .head #answer') && document.documentElement.dataset.room === 'tight');
  assert.equal(await kiosk.page.$eval('#answer', (field) => field.value), '138');
});

test('a list whose rows grow while it is shown, as when the network goes, runs into nothing below it', async () => {
  await kiosk.page.setViewport(GLASS);
  await kiosk.reset();
  await setMode(kiosk, 'xl');
  await scenes.items(kiosk);
  const closed = { available: false, why: 'NETWORK_DOWN' };
  const gone = MockRuntime.items().map((item) => ({ ...item, ...(item.offlineClass === 'ONLINE_ONLY' ? closed : {}) }));
  kiosk.runtime.show(null, MockRuntime.kiosk({ online: false }), gone);
  await kiosk.until(() => document.querySelector('.net.warn') && document.querySelector('kk-turner').innerText.includes('现在不能办'));
  await kiosk.settled('items');
  const [list, pager] = await kiosk.page.evaluate(() => {
    const shown = [...document.querySelectorAll('.turner-window button')].map((row) => row.getBoundingClientRect().bottom);
    return [Math.max(...shown), document.querySelector('.pager').getBoundingClientRect().top];
  });
  assert.ok(list <= pager, `rows end at ${list}, the pager begins at ${pager}`);
});

/** Runs in the page. What the eye and the finger meet on the glass itself. */
function measure(least) {
  const wrong = [];
  const { clientWidth, clientHeight } = document.documentElement;
  const zoom = Number(getComputedStyle(document.documentElement).zoom) || 1;
  if (clientWidth > innerWidth || clientHeight > innerHeight) wrong.push(`larger than the glass: ${clientWidth}×${clientHeight}`);
  for (const button of document.querySelectorAll('button')) {
    const { left, top, right, bottom } = button.getBoundingClientRect();
    if (left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5) wrong.push(`outside: ${button.textContent.trim()}`);
    if (bottom - top < least.target - 0.5 || right - left < least.target - 0.5) wrong.push(`small: ${button.textContent.trim()} ${right - left}×${bottom - top}`);
  }
  for (const text of document.querySelectorAll('h1, p, button, dd, dt, .strip span')) {
    if (!text.textContent.trim() || text.closest('.unseen') || !text.checkVisibility()) continue;
    const pixels = parseFloat(getComputedStyle(text).fontSize) * zoom;
    if (pixels < least.text) wrong.push(`text ${pixels}: ${text.textContent.trim().slice(0, 12)}`);
  }
  return wrong;
}
