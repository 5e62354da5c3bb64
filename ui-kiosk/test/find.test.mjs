// Looking for an item: by letters, by number, by what can be done now.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { MockRuntime, viewOf } from '../dev/mock-server.mjs';
import { scenes } from '../dev/scenes.mjs';

let kiosk;
before(async () => {
  kiosk = await Kiosk.start();
});
after(() => kiosk?.stop());

const hits = () => kiosk.page.$$eval('.hits button[data-item]', (rows) => rows.map((row) => row.dataset.item));
const shownItems = () => kiosk.page.$$eval('[data-item]', (rows) => rows.map((row) => row.dataset.item));

async function search(page, keys) {
  await kiosk.reset();
  await scenes.items(kiosk);
  await kiosk.press(`[data-action=${page}]`);
  await kiosk.type(keys);
  await kiosk.settled(page);
  await kiosk.until(() => !document.querySelector('.hits.measuring'));
  return hits();
}

test('initials, whole syllables and both mixed find an item', { timeout: 60_000 }, async () => {
  assert.equal((await search('find-pinyin', 'yldy'))[0], 'pension-check');
  assert.equal((await search('find-pinyin', 'yanglao'))[0], 'pension-check');
  assert.equal((await search('find-pinyin', 'jiaotwf'))[0], 'violations');
  assert.deepEqual(await search('find-pinyin', 'gjj'), ['fund']);
  assert.equal((await search('find-pinyin', 'hunyin'))[0], 'marriage', 'a character with several readings');
});

test('letters nobody has: the nearest items, and it is said', { timeout: 60_000 }, async () => {
  assert.ok((await search('find-pinyin', 'gjjzz')).includes('fund'));
  assert.match(await kiosk.text('.line'), /没有/);
  assert.deepEqual(await search('find-pinyin', ''), []);
});

test('a number from the poster finds its item, the exact one first', { timeout: 60_000 }, async () => {
  assert.deepEqual(await search('find-number', '502'), [], 'a closed row says why instead');
  assert.match(await kiosk.text('.hits .row.closed'), /窗口/);
});

test('everything that can be done now comes before what cannot', { timeout: 60_000 }, async () => {
  await kiosk.reset();
  await scenes.items(kiosk);
  await kiosk.press('[data-tile=IDENTITY]');
  await kiosk.settled('list');
  assert.deepEqual(await shownItems(), ['guide', 'residence']);
  assert.equal((await kiosk.page.$$('button[data-item=residence]')).length, 0, 'a closed item is no button');
  await kiosk.press('[data-action=back]');
  await kiosk.settled('items');
});

test('a device that breaks while the list is open changes the list', { timeout: 60_000 }, async () => {
  await kiosk.reset();
  await scenes['list-few'](kiosk);
  assert.equal((await kiosk.page.$$('button[data-item=bus-card]')).length, 1);
  const broken = MockRuntime.items().map((item) => (item.code === 'bus-card' ? { ...item, available: false, why: 'NO_PAPER' } : item));
  kiosk.runtime.show(null, MockRuntime.kiosk(), broken);
  await kiosk.until(() => document.querySelector('.row.closed[data-item=bus-card]'));
  assert.equal(await kiosk.page.$eval('main', (main) => main.dataset.page), 'list', 'the citizen stays where they were');
});

test('locked and unlocked at once: the older list may come last and does not count', { timeout: 60_000 }, async () => {
  await kiosk.reset();
  const waiting = [];
  kiosk.runtime.hold = () => new Promise((resolve) => waiting.push(resolve));
  const closed = MockRuntime.items().map((item) => ({ ...item, available: false, why: 'OUT_OF_SERVICE' }));
  kiosk.runtime.show(null, MockRuntime.kiosk({ locked: true }), closed);
  await kiosk.settled('out');
  kiosk.runtime.show(null, MockRuntime.kiosk(), MockRuntime.items());
  while (waiting.length < 2) await kiosk.patiently();
  kiosk.runtime.hold = () => undefined;
  for (const answer of waiting.splice(0).reverse()) {
    answer();
    await kiosk.patiently();
  }
  await kiosk.settled('attract');
});

test('out of service: the page says why, when it opens and where to go meanwhile', { timeout: 60_000 }, async () => {
  const told = {
    locked: ['这台机器暂时不能用', '12345'],
    'closed-hours': ['现在不是开放时间', '3月3日08:30开门'],
    maintenance: ['正在检修，暂时不能用'],
    'safe-mode': ['这台机器坏了', '不会丢'],
    'power-low': ['停电了，机器要关了', '不会丢'],
  };
  for (const [scene, sentences] of Object.entries(told)) {
    await kiosk.reset();
    await scenes[scene](kiosk);
    const text = await kiosk.page.$eval('main', (main) => main.innerText);
    for (const sentence of [...sentences, '东街站，往前600米']) assert.ok(text.includes(sentence), `${scene}: ${text}`);
  }
});

test('what was looked for is forgotten with the visit', { timeout: 60_000 }, async () => {
  await search('find-pinyin', 'yl');
  kiosk.runtime.show(viewOf('rating'));
  await kiosk.settled('rating');
  kiosk.runtime.show(null);
  await kiosk.settled('attract');
  await scenes['find-pinyin'](kiosk);
  assert.deepEqual(await hits(), []);
});

test('the name on a row begins the item', { timeout: 60_000 }, async () => {
  await search('find-pinyin', 'gjj');
  await kiosk.patiently();
  await kiosk.press('.hits [data-item=fund]');
  assert.deepEqual((await kiosk.posted('sessions')).at(-1).body, { itemCode: 'fund' });
});

test('every life event and every reason of the desk has its tile, its picture and its words', () => {
  const source = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const java = (path) => source(`../../kiosk-runtime/${path}`);
  const names = (text) => [...text.matchAll(/^ +([A-Z][A-Z_]+)[,;]?$/gm)].map((match) => match[1]);
  const events = names(java('domain/src/main/java/egov/kiosk/domain/transaction/LifeEvent.java'));
  const tiles = [...source('../src/shared/find.js').match(/EVENTS = \[([^\]]+)\]/)[1].matchAll(/'(\w+)'/g)].map((match) => match[1]);
  const pictures = [...source('../src/shared/life-icons.js').matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1]);
  const reasons = names(java('flow/src/main/java/egov/kiosk/flow/desk/ItemView.java'));
  const zh = JSON.parse(source('../src/shared/i18n/zh.json'));
  assert.ok(events.length >= 12 && reasons.length >= 8, `${events} ${reasons}`);
  assert.deepEqual([...tiles].sort(), [...events].sort());
  assert.deepEqual([...pictures].sort(), [...events].sort());
  assert.deepEqual(Object.keys(zh.life).sort(), [...events].sort());
  for (const reason of reasons) assert.ok(reason in zh.items.why, `no words for ${reason}`);
});
