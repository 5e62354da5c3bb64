// A grid of five hundred households: found by any part of an address, by keys, quickly; and one that is on no list.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { gridOf } from '../dev/worker-runtime.mjs';
import { roads, Tablet } from '../dev/worker-tablet.mjs';

const GRID = gridOf(500);
let tablet;
before(async () => {
  tablet = await Tablet.start();
});
after(() => tablet?.stop());
beforeEach(async () => {
  tablet.runtime.reset();
  tablet.runtime.worker.houses = GRID;
  tablet.complaints.length = 0;
  await tablet.shape('landscape');
});

/** Calls a function of `src/worker/seek.js` where it lives: the table of readings is part of the site. */
const seek = (name, ...values) => tablet.page.evaluate(async (called, given) => {
  const { src } = document.querySelector('script[type=module][src]');
  const module = await import(new URL('./seek.js', src).href);
  return module[called](...given);
}, name, values);
const find = async (text) => (await seek('sought', GRID, text)).map(({ address }) => address.replace('东街社区', ''));
const shown = () => tablet.page.$$eval('[data-house]', (all) => all.map((one) => one.dataset.house));
const found = (n) => tablet.until((wanted) => document.querySelector('[data-found]').dataset.found === String(wanted), n);

test('a building is what neighbours share of an address, in any of the ways it is written', async () => {
  await tablet.open();
  const ways = {
    东街社区3号楼1单元201: '东街社区3号楼', '3号楼201': '3号楼', 鼓楼里12号: '鼓楼里12号', 鼓楼里12号203室: '鼓楼里12号', 望龙村三组王家: '望龙村三组',
    A座1204: 'A座', 锦绣园10幢902: '锦绣园10幢', 平安路5号院2号楼3单元: '平安路5号院2号楼', 上村201: '上村', 上村: '上村', '': '',
  };
  for (const [address, building] of Object.entries(ways)) assert.equal(await seek('buildingOf', address), building, address);
});

test('buildings and doors stand in the order of their numbers, and no household is lost', async () => {
  await tablet.open();
  const groups = await seek('byBuilding', GRID.slice().reverse());
  assert.deepEqual(groups.map(({ building }) => building.slice(4)), Array.from({ length: 13 }, (_, n) => `${n + 1}号楼`));
  assert.equal(groups[0].houses[0].door, '1单元101');
  assert.equal(groups.flatMap(({ houses }) => houses).length, 500);
});

test('any part of an address finds it: Chinese, digits, parts with signs between, initials, syllables, wide digits', async () => {
  await tablet.open();
  assert.deepEqual(await find('3-1-201'), ['3号楼1单元201']);
  assert.deepEqual(await find('3号楼 201'), ['3号楼1单元201', '3号楼2单元201']);
  assert.deepEqual(await find('３号楼1单元２０１'), ['3号楼1单元201']);
  assert.deepEqual(await find('dj 7 2 304'), ['7号楼2单元304']);
  assert.deepEqual(await find('DongJie 7 2 304'), ['7号楼2单元304']);
  assert.deepEqual([(await find('DJSQ')).length, (await find(' ')).length, (await find('999')).length], [500, 500, 0]);
  assert.equal((await find('[a-z].*\\(')).length, 0, 'signs are no pattern');
  assert.equal((await find('x'.repeat(10_000))).length, 0);
  assert.equal((await seek('sought', [{ address: '𠮷祥里3号' }], '𠮷祥')).length, 1);
});

test('five hundred households: buildings first, a search in words, one opened by keys alone', async () => {
  await tablet.signIn();
  await roads.houses(tablet);
  assert.match(await tablet.page.$eval('[data-found]', (one) => one.textContent), /500户，在13处/);
  assert.deepEqual(await shown(), [], 'not five hundred at once');
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await tablet.page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await tablet.page.keyboard.press('Tab');
    }
    assert.fail(`no way by keys to ${selector}`);
  };
  await tabTo('[data-building="东街社区2号楼"] > h2 > button');
  await tablet.page.keyboard.press('Enter');
  await tablet.page.waitForSelector('[data-house=G40]');
  assert.equal((await shown()).length, 40);
  await tablet.page.focus('#f-seek');
  await tablet.page.keyboard.type('3-1-2');
  await found(4);
  assert.match(await tablet.page.$eval('[data-found]', (one) => one.textContent), /找到4户，在1处/);
  assert.deepEqual(await shown(), ['G84', 'G85', 'G86', 'G87']);
  await tablet.page.keyboard.type('zzz');
  await found(0);
  assert.match(await tablet.page.$eval('[data-found]', (one) => one.textContent), /没有这样的地址/);
  for (let n = 0; n < 3; n++) await tablet.page.keyboard.press('Backspace');
  await found(4);
  await tabTo('[data-house=G85]');
  await tablet.patiently();
  await tablet.page.keyboard.press('Enter');
  await tablet.settled('visit');
  assert.deepEqual(tablet.named('begin').map(({ body }) => body.household), ['G85']);
  assert.deepEqual(tablet.complaints, []);
});

test('a key in the search is answered within a tenth of a second, with five hundred shown too', async () => {
  await tablet.signIn();
  await roads.houses(tablet);
  const slowest = await tablet.page.evaluate(async () => {
    const box = document.querySelector('#f-seek');
    const times = [];
    for (const text of ['d', 'dj', 'djs', 'djsq', '3', '3-', '3-1', '3-1-2', '号', '2', '20', '201', '']) {
      const from = performance.now();
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await document.querySelector('kk-worker-app').updateComplete;
      times.push(performance.now() - from);
    }
    return times.toSorted((a, b) => a - b).at(-2);
  });
  assert.ok(slowest < 100, `${slowest} ms`);
});

test('by touch: the board of digits and address signs types into the search', async () => {
  await tablet.shape('portrait');
  await tablet.signIn();
  await roads.houses(tablet);
  await (await tablet.page.$('#f-seek')).tap();
  await tablet.page.waitForSelector('kk-text-board [data-key="楼"]');
  for (const key of ['1', '2', '号', '楼']) await tablet.page.$eval(`kk-type-sheet [data-key="${key}"]`, (one) => one.click());
  await found(40);
  await tablet.press('[data-action=close-board]');
  assert.equal((await shown()).length, 0, 'forty are too many to show at once');
  await tablet.press('[data-building="东街社区12号楼"] > h2 > button');
  await tablet.page.waitForSelector('[data-house]');
  assert.equal((await shown()).length, 40);
  await tablet.press('[data-action=seek-all]');
  await found(500);
});

test('a household that is on no list is taken up: its address first, and it waits in the same queue', async () => {
  await tablet.signIn();
  await roads.newHouse(tablet);
  assert.match(await tablet.page.$eval('h1', (one) => one.textContent), /新加一户/);
  await tablet.press('[data-action=hand-in]');
  await tablet.until(() => document.querySelector('.line.warn[role=alert]')?.textContent.includes('住址'));
  const typed = { address: '东街社区14号楼1单元501', building: '14', unit: '1', room: '501' };
  for (const [field, text] of Object.entries(typed)) await tablet.page.type(`[data-field=${field}]`, text);
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'saved');
  for (const [field, text] of Object.entries(typed)) assert.equal(tablet.named('answer').filter(({ body }) => body.field === field).at(-1).body.value, text);
  await tablet.press('[data-action=disagree]');
  await tablet.press('[data-action=hand-in]');
  await tablet.settled('today');
  assert.equal(tablet.named('new-house').length, 1);
  assert.equal(tablet.named('hand-in').length, 1);
  assert.deepEqual(tablet.complaints, []);
});

test('nothing of what was looked for is left for whoever signs in next', async () => {
  await tablet.signIn();
  await roads.houses(tablet);
  await tablet.page.type('#f-seek', '3-1-201');
  await found(1);
  await tablet.press('[data-action=lock]');
  await tablet.settled('sign-in');
  await tablet.enter();
  await roads.houses(tablet);
  assert.equal(await tablet.page.$eval('#f-seek', (one) => one.value), '');
});
