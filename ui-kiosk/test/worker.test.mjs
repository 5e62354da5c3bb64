// The grid worker's face in a real Chromium: every page in both shapes, by touch and by keys alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import { roads, SHAPES, Tablet } from '../dev/worker-tablet.mjs';
import { WORKER_WORDS } from '../src/worker/words.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let tablet;
before(async () => {
  tablet = await Tablet.start();
});
after(() => tablet?.stop());
beforeEach(() => {
  tablet.runtime.reset();
  tablet.complaints.length = 0;
});

const answers = (field) => tablet.named('answer').filter((one) => one.body.field === field).map((one) => one.body.value);

for (const shape of Object.keys(SHAPES)) {
  test(`${shape}: every page has sizes, contrast and order as the design says, and axe finds nothing`, async () => {
    await tablet.shape(shape);
    await tablet.signIn();
    for (const [name, road] of Object.entries(roads)) {
      if (name !== 'today') {
        await tablet.press('[data-tab=today]');
        await tablet.settled('today');
        await road(tablet);
      }
      const found = await tablet.page.evaluate(measure);
      assert.deepEqual(found, [], `${shape} ${name}`);
      assert.equal(await tablet.page.evaluate(() => document.activeElement.tagName), 'H1', `${name}: the title has the focus`);
      // Upright the same elements stand in other places: sizes are measured again, roles and colours are not.
      if (shape === 'landscape') assert.deepEqual(await axe(), [], name);
    }
    assert.deepEqual(tablet.complaints, []);
  });
}

/** What breaks the design: small text, small targets, something beyond the glass, more than one primary. */
function measure() {
  const wrong = [];
  const seen = (element) => element.getClientRects().length > 0 && !element.closest('svg');
  for (const element of document.querySelectorAll('button, input, textarea')) {
    const box = element.getBoundingClientRect();
    if (seen(element) && (box.width < 63 || box.height < 63)) wrong.push(`small target ${element.dataset.action ?? element.id} ${box.width}x${box.height}`);
  }
  for (const element of document.querySelectorAll('kk-worker-app *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (own && seen(element) && parseFloat(getComputedStyle(element).fontSize) < 18) wrong.push(`small text ${element.className}`);
    if (seen(element) && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') wrong.push(`too wide ${element.className || element.tagName}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is wider than the glass');
  if (document.querySelectorAll('[data-primary]').length > 1) wrong.push('more than one primary');
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one title');
  return wrong;
}

async function axe() {
  // Trusted types keep the page itself from adding scripts; the test does it from outside.
  await tablet.page.evaluate(AXE);
  const { violations, passes } = await tablet.page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.ok(passes.length > 15, `axe looked at little: ${passes.length}`);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}

test('by keys alone: an event from sign-in to hand-in', async () => {
  await tablet.shape('landscape');
  await tablet.signIn();
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 80; presses++) {
      await tablet.page.keyboard.press('Tab');
      if (await tablet.page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    }
    assert.fail(`no way by keys to ${selector}`);
  };
  const enter = async (selector) => {
    await tabTo(selector);
    await tablet.patiently();
    await tablet.page.keyboard.press('Enter');
  };
  await enter('[data-action=event]');
  await tablet.settled('event');
  await enter('[data-choice="category.FIRE"]');
  await tabTo('[data-field=text]');
  await tablet.page.keyboard.type('楼道堆满纸箱');
  await enter('[data-choice="how.UP"]');
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'saved');
  await enter('[data-action=hand-in]');
  await tablet.until(() => document.querySelector('[role=alert]')?.textContent.includes('还没拍照'));
  await enter('[data-action=hand-in]');
  await tablet.settled('today');
  assert.equal(answers('text').at(-1), '楼道堆满纸箱');
  assert.equal(tablet.named('hand-in').length, 1);
  assert.match(await tablet.page.$eval('[role=status]', (one) => one.textContent), /已存本机.*517951234561/s);
});

test('by touch: a visit with a photo, a wrong number named, consent, signature and hand-in', async () => {
  await tablet.shape('portrait');
  await tablet.signIn();
  await roads.person(tablet);
  const number = await tablet.page.$('[data-field=p1Number]');
  await number.tap();
  await tablet.page.waitForSelector('kk-number-pad [data-key="1"]');
  for (const key of '11010519491231002') await tablet.page.$eval(`kk-type-sheet [data-key="${key}"]`, (one) => one.click());
  await tablet.until(() => document.querySelector('.bad')?.textContent.includes('现在17位'));
  await tablet.press('[data-action=key-x]');
  await tablet.until(() => document.querySelector('.good') !== null);
  await tablet.press('[data-action=close-board]');
  await tablet.press('[data-action=to-visit]');
  await tablet.settled('visit');
  await tablet.press('[data-action=photo-photo]');
  await tablet.settled('camera');
  await tablet.until(() => document.querySelector('video').videoWidth > 0);
  await tablet.press('[data-action=shoot]');
  await tablet.settled('visit');
  const { type, worker, bytes } = tablet.named('upload')[0].body;
  assert.deepEqual([type, worker, bytes.readUInt16BE(0)], ['image/jpeg', 't', 0xffd8]);
  await tablet.press('[data-action=hand-in]');
  await tablet.until(() => document.querySelector('.line.warn[role=alert]')?.textContent.includes('住户的答复'));
  await tablet.press('[data-action=agree]');
  await tablet.press('[data-action=sign]');
  await tablet.settled('sign');
  const { x, y, width } = await (await tablet.page.waitForSelector('canvas')).boundingBox();
  await tablet.page.mouse.move(x + 20, y + 20);
  await tablet.page.mouse.down();
  await tablet.page.mouse.move(x + width / 2, y + 80, { steps: 20 });
  await tablet.page.mouse.up();
  await tablet.press('[data-action=signed]');
  await tablet.settled('visit');
  assert.ok(tablet.named('sign')[0].body.strokes[0].length >= 16);
  await tablet.press('[data-action=hand-in]');
  await tablet.settled('today');
  assert.equal(answers('p1Number').at(-1), '11010519491231002X');
});

test('nothing is called kept before the runtime has answered, and a failure is said', async () => {
  await tablet.shape('landscape');
  await tablet.signIn();
  await roads.event(tablet);
  let release;
  tablet.runtime.answer = (name) => (name === 'answer' ? new Promise((resolve) => { release = resolve; }) : undefined);
  await tablet.page.type('[data-field=text]', '纸');
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'saving');
  // Whoever types faster than the disk loses nothing to the answer that comes late.
  await tablet.page.type('[data-field=text]', '盒子');
  tablet.runtime.answer = () => undefined;
  release();
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'saved');
  assert.equal(await tablet.page.$eval('[data-field=text]', (one) => one.value), '纸盒子');
  assert.equal(answers('text').at(-1), '纸盒子');
  tablet.runtime.answer = (name) => (name === 'answer' ? { status: 503, body: { error: { code: 'FIELD_STORAGE' } } } : undefined);
  await tablet.page.type('[data-field=text]', '箱');
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'failed');
  await tablet.press('[data-action=hand-in]');
  assert.equal(tablet.named('hand-in').length, 0, 'what is not kept is not handed in');
  tablet.runtime.answer = () => undefined;
  await tablet.page.type('[data-field=text]', '堆');
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'saved');
  assert.equal(answers('text').at(-1), '纸盒子箱堆');
});

test('ten taps hand in once', async () => {
  await tablet.signIn();
  await roads.event(tablet);
  tablet.runtime.draft.pieces = ['photo-1'];
  for (const choice of ['category.ROAD', 'how.UP']) await tablet.press(`[data-choice="${choice}"]`);
  await tablet.page.type('[data-field=text]', '路灯不亮');
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'saved');
  await tablet.patiently();
  await tablet.page.$eval('[data-action=hand-in]', (one) => { for (let tap = 0; tap < 10; tap++) one.click(); });
  await tablet.settled('today');
  assert.equal(tablet.named('hand-in').length, 1);
});

test('what was handed in is said to wait, and within seconds that it has arrived, without a press', async () => {
  await tablet.signIn();
  await roads.event(tablet);
  tablet.runtime.draft.pieces = ['photo-1'];
  for (const choice of ['category.ROAD', 'how.UP']) await tablet.press(`[data-choice="${choice}"]`);
  await tablet.page.type('[data-field=text]', '路灯不亮');
  await tablet.until(() => document.querySelector('[data-saved]').dataset.saved === 'saved');
  await tablet.patiently();
  await tablet.press('[data-action=hand-in]');
  await tablet.settled('today');
  await tablet.until(() => document.querySelector('[role=status]').textContent.includes('等网络上传'));
  const { worker } = tablet.runtime;
  const sent = worker.sync.sent.map((one) => ({ ...one, state: 'ARRIVED', officialNumber: one.officialNumber || 'SL202611220099' }));
  worker.sync = { ...worker.sync, unsent: 0, sent };
  worker.today = { ...worker.today, unsent: 0 };
  await tablet.until(() => document.querySelector('[role=status]').textContent.includes('已经传到了。号码SL202611220099'));
  assert.equal(await tablet.page.$eval('[data-unsent]', (one) => one.dataset.unsent), '0');
});

test('what the page looks at by itself says that nobody touched it; after a touch it does not', async () => {
  await tablet.signIn();
  tablet.runtime.worker.today = { ...tablet.runtime.worker.today, unsent: 1 };
  await roads.sync(tablet);
  await tablet.press('[data-tab=today]');
  await tablet.settled('today');
  const looks = () => tablet.named('sync').map((one) => one.body.unattended).filter((one) => one !== undefined);
  const next = async () => {
    const before = looks().length;
    for (const end = Date.now() + 30_000; looks().length === before; ) {
      assert.ok(Date.now() < end, 'the page looks by itself');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return looks().at(-1);
  };
  await next();
  assert.equal(await next(), true);
  await tablet.page.touchscreen.tap(5, 5);
  assert.equal(await next(), false);
  assert.equal(await next(), true);
});

test('both versions of a field are shown, and the choice is sent', async () => {
  await tablet.signIn();
  await roads.sync(tablet);
  assert.deepEqual(await tablet.page.$$eval('.version .value', (all) => all.map((one) => one.textContent.trim())), ['13900005678', '13700009999']);
  await tablet.press('[data-action=use-platform]');
  await tablet.until(() => document.querySelector('[data-conflict]') === null);
  assert.deepEqual(tablet.named('resolve')[0].body, { token: 't', household: 'H1', field: 'p1Phone', mine: false });
});

test('a number is shown for five seconds; locking leaves nothing of anybody in the page', async () => {
  await tablet.signIn();
  await roads.visit(tablet);
  const whole = () => tablet.page.evaluate(() => document.documentElement.outerHTML.includes('11010519491231002X'));
  assert.equal(await whole(), false);
  await tablet.press('[data-action=reveal-1]');
  await tablet.until(() => document.documentElement.outerHTML.includes('11010519491231002X'));
  await tablet.until(() => !document.documentElement.outerHTML.includes('11010519491231002X'));
  await tablet.page.type('[data-field=note]', '鄣标记');
  await tablet.press('[data-action=lock]');
  await tablet.settled('sign-in');
  const left = await tablet.page.evaluate(() => document.documentElement.outerHTML + document.title + localStorage.length + sessionStorage.length);
  for (const word of ['鄣', '东街', '李*']) assert.ok(!left.includes(word), word);
  assert.equal(tablet.named('sign-out').length, 1);
});

test('what is answered after the screen was locked is not shown to whoever signs in next', async () => {
  const text = () => tablet.page.evaluate(() => document.body.textContent);
  /** Holds the next answer to `name`; what is answered here lets it go and waits until the page has it. */
  const held = (name) => {
    let release;
    const waiting = new Promise((resolve) => { release = resolve; });
    tablet.runtime.answer = (asked) => (asked === name ? waiting : undefined);
    return async () => {
      const late = tablet.page.waitForResponse((one) => one.url().endsWith(`/${name}`));
      release();
      await (await late).text();
      await tablet.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    };
  };
  await tablet.signIn();
  const day = held('today');
  await tablet.press('[data-tab=today]');
  await tablet.press('[data-action=lock]');
  await tablet.settled('sign-in');
  await day();
  tablet.runtime.answer = (name) => (name === 'today' ? { status: 503, body: { error: { code: 'FIELD_STORAGE' } } } : undefined);
  await tablet.enter();
  assert.doesNotMatch(await text(), /走访独居老人|350102-001-03/, 'the day of the one before');
  const houses = held('houses');
  await tablet.press('[data-tab=houses]');
  await tablet.press('[data-action=lock]');
  await tablet.settled('sign-in');
  await tablet.enter();
  await houses();
  assert.equal(await tablet.page.$eval('main', (one) => one.dataset.page), 'today');
  assert.doesNotMatch(await text(), /东街社区3号楼/);
  await tablet.press('[data-tab=sync]');
  await tablet.settled('sync');
  assert.deepEqual(tablet.complaints, []);
});

test('a session that ended elsewhere asks for the badge again', async () => {
  await tablet.signIn();
  tablet.runtime.answer = (name) => (name === 'houses' ? { status: 401, body: { error: { code: 'ACCESS_NOT_SIGNED_IN' } } } : undefined);
  await tablet.press('[data-tab=houses]');
  await tablet.settled('sign-in');
});

test('both languages say the same things', () => {
  const keys = (node, path = '') => Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keys(value, `${path}${key}.`)));
  assert.deepEqual(keys(WORKER_WORDS.zh).sort(), keys(WORKER_WORDS.en).sort());
  const holes = (node) => Object.values(node).flatMap((value) => (typeof value === 'string' ? (value.match(/\{\w+\}/g) ?? []).sort().join() : holes(value)));
  assert.deepEqual(holes(WORKER_WORDS.zh), holes(WORKER_WORDS.en));
});
