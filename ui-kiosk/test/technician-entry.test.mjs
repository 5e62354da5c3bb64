// From the citizens' screens to the technician's and back, and what is typed there by a finger alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MockRuntime, viewOf } from '../dev/mock-server.mjs';
import { CORNER, QuietCorner } from '../src/shared/quiet-corner.js';
import { Technician } from '../dev/technician-hands.mjs';

const CODE = 'ABCDEFGHJKMNPQR*';

/** Five seconds at the corner, and a minute at the sign-in page: nobody waits for them here, they pass when the test says so. */
const HOLD = 5_000;
const HOME = 60_000;

let one;
before(async () => {
  one = await Technician.start();
  await one.page.evaluateOnNewDocument((long) => {
    const { setTimeout: set, clearTimeout: clear } = window;
    const due = new Map();
    let next = -1;
    window.setTimeout = (work, millis, ...more) => {
      if (!long.includes(millis)) return set(work, millis, ...more);
      due.set(next, { work, millis });
      return next--;
    };
    window.clearTimeout = (timer) => (due.delete(timer) ? undefined : clear(timer));
    window.running = (millis) => [...due.values()].filter((one) => one.millis === millis).length;
    window.pass = (millis) => {
      for (const [timer, one] of [...due]) if (one.millis === millis && due.delete(timer)) one.work();
    };
  }, [HOLD, HOME]);
});
after(() => one?.stop());

async function citizens() {
  one.kiosk.runtime.answer = () => undefined;
  one.kiosk.runtime.show(null, MockRuntime.kiosk(), MockRuntime.items());
  await one.page.setViewport({ width: 1080, height: 1920, hasTouch: true });
  await one.kiosk.open();
  await one.kiosk.settled('attract');
}

const running = (millis) => one.page.evaluate((of) => window.running(of), millis);
const pass = (millis) => one.page.evaluate((of) => window.pass(of), millis);
const runs = (millis) => one.page.waitForFunction((of) => window.running(of) === 1, {}, millis);

const path = () => new URL(one.page.url()).pathname;

test('the corner held for five seconds leads to the sign-in page, which goes back by itself', async () => {
  await citizens();
  const finger = await one.page.touchscreen.touchStart(30, 30);
  await runs(HOLD);
  const there = one.page.waitForNavigation();
  await pass(HOLD);
  await there;
  await finger.end().catch(() => undefined);
  await one.page.waitForSelector('.sign-in');
  assert.equal(path(), '/technician');
  await runs(HOME);
  const back = one.page.waitForNavigation();
  await pass(HOME);
  await back;
  await one.kiosk.settled('attract');
  assert.equal(path(), '/');
});

test('whoever turns away at sign-in is back at the first page', async () => {
  await one.open('panel', '#panel');
  const back = one.page.waitForNavigation();
  await one.press('[data-action=back]');
  await back;
  assert.equal(path(), '/');
});

test('signing out leads back to the citizens’ screens; a laptop stays', async () => {
  await one.open('panel', '#panel');
  await one.signIn();
  const back = one.page.waitForNavigation();
  await one.press('[data-action=sign-out]');
  await back;
  assert.equal(path(), '/');
  await one.open('laptop');
  await one.signIn();
  await one.press('[data-action=sign-out]');
  await one.page.waitForSelector('.sign-in');
  assert.equal(await running(HOME), 0, 'nothing there waits to go anywhere');
  assert.equal(path(), '/technician');
});

test('J06 too short, elsewhere, with two fingers, or while somebody is served: nothing happens', async () => {
  await citizens();
  const corner = await one.page.touchscreen.touchStart(30, 30);
  await runs(HOLD);
  await corner.end();
  assert.equal(await running(HOLD), 0, 'a finger that goes takes it back');
  const elsewhere = await one.page.touchscreen.touchStart(600, 400);
  assert.equal(await running(HOLD), 0);
  await elsewhere.end();
  const first = await one.page.touchscreen.touchStart(30, 30);
  await runs(HOLD);
  const second = await one.page.touchscreen.touchStart(90, 90);
  assert.equal(await running(HOLD), 0, 'two fingers are no finger');
  await first.end();
  await second.end();
  one.kiosk.runtime.show(viewOf('consent'));
  await one.kiosk.settled('consent');
  const served = await one.page.touchscreen.touchStart(30, 30);
  assert.equal(await running(HOLD), 0);
  await served.end();
  assert.equal(path(), '/');
  one.kiosk.runtime.show(null);
  await one.kiosk.settled('attract');
});

test('J06 a hundred thousand touches of a corner, each a little shorter than needed, open nothing', () => {
  const told = new Map();
  let now = 0;
  let due = null;
  let opened = 0;
  const clock = { after: (work, millis) => (due = { work, at: now + millis }), stop: (timer) => timer && (due = null) };
  new QuietCorner({ allowed: () => true, open: () => opened++, clock }).listen({ addEventListener: (type, listener) => told.set(type, listener) });
  let seed = 42;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const pass = (millis) => {
    now += millis;
    if (due && due.at <= now) due.work();
  };
  const down = (pointerId, at = CORNER.side - 1) => told.get('pointerdown')({ pointerId, isPrimary: true, clientX: random(at), clientY: random(at) });
  for (let tap = 0; tap < 100_000; tap++) {
    down(random(3), 3 * CORNER.side);
    pass(random(CORNER.holdMillis));
    if (random(2)) down(7 + random(2));
    told.get(['pointerup', 'pointercancel', 'blur', 'keydown'][random(4)])();
    pass(random(9_000));
  }
  assert.equal(opened, 0);
  down(1);
  pass(CORNER.holdMillis);
  assert.equal(opened, 1, 'held once, it opens');
});

test('a machine whose runtime is away keeps its page: there would be nothing behind the corner', async () => {
  await citizens();
  one.kiosk.runtime.dropStreams();
  one.kiosk.runtime.token = 'of another start';
  await one.page.setRequestInterception(true);
  let refused;
  const asked = new Promise((resolve) => (refused = resolve));
  const refuse = (request) => request.abort().then(refused);
  one.page.on('request', refuse);
  const finger = await one.page.touchscreen.touchStart(30, 30);
  await runs(HOLD);
  await pass(HOLD);
  await asked;
  await finger.end();
  assert.equal(path(), '/');
  one.page.off('request', refuse);
  await one.page.setRequestInterception(false);
  one.kiosk.runtime.token = 'development-token';
});

test('by a finger alone: the code in groups, the desk and the root, then a new start and a new page', async () => {
  await one.open('panel');
  await one.signIn();
  await one.press('[data-step=ENROLMENT]');
  await one.calm();
  await one.tap('#enrol-code');
  await one.page.waitForSelector('kk-code-board');
  assert.equal(await one.page.$eval('#enrol-code', (field) => field.inputMode), 'none', 'the system brings no keyboard of its own');
  assert.ok(await one.page.$eval('[data-action=enrol]', (button) => button.disabled));
  for (const key of 'WRONGKEY') if (await one.page.$(`.sheet [data-key="${key}"]`)) await one.kiosk.press(`.sheet [data-key="${key}"]`);
  await one.kiosk.press('.sheet [data-key=clear]');
  for (const key of CODE) await one.kiosk.press(`.sheet [data-key="${key}"]`);
  assert.equal(await one.page.$eval('#enrol-code', (field) => field.value), 'ABCD-EFGH-JKMN-PQR*');
  one.script.missing = 'platform';
  await one.press('[data-action=enrol]');
  await one.shows('这一项没填对：登记平台');
  await one.tap('#enrol-platform');
  await one.page.waitForSelector('.sheet[data-typing=enrol-platform]');
  for (const key of 'desk.lab:8895') await one.kiosk.press(`.sheet [data-key="${key}"]`);
  await one.tap('#enrol-authority');
  await one.page.waitForSelector('.sheet[data-typing=enrol-authority]');
  await one.kiosk.press('.sheet [data-key=f]');
  await one.tap('#enrol-code');
  await one.page.waitForSelector('.sheet[data-typing=enrol-code]');
  for (const key of CODE) await one.kiosk.press(`.sheet [data-key="${key}"]`);
  one.script.missing = '';
  await one.press('[data-action=enrol]');
  await one.page.waitForSelector('main[data-page=restarting]');
  const sent = one.sent('setup/enrol').at(-1);
  assert.deepEqual([sent.code, sent.platform, sent.authority], ['ABCD-EFGH-JKMN-PQR*', 'desk.lab:8895', 'f']);
  const again = one.page.waitForNavigation();
  one.kiosk.runtime.token = 'of the next start';
  await again;
  await one.page.waitForSelector('.sign-in');
  one.kiosk.runtime.token = 'development-token';
});

test('a page of an earlier start takes a new one instead of being refused for ever', async () => {
  await one.open('laptop');
  one.kiosk.runtime.token = 'of the next start';
  await one.kiosk.type('1024');
  await one.kiosk.press('[data-action=next]');
  await one.page.waitForSelector('[data-stage=pin]');
  await one.kiosk.type('135790');
  const again = one.page.waitForNavigation();
  await one.press('[data-action=next]');
  await again;
  one.kiosk.runtime.token = 'development-token';
  await one.page.waitForSelector('[data-stage=badge]');
});

test('a runtime whose rooms are still coming is asked again by itself', async () => {
  await one.open('laptop');
  one.script.broken = { status: 503, body: { error: { code: 'STARTING' } } };
  await one.kiosk.type('1024');
  await one.kiosk.press('[data-action=next]');
  await one.page.waitForSelector('[data-stage=pin]');
  await one.kiosk.type('135790');
  await one.press('[data-action=next]');
  await one.shows('运行程序还没准备好');
  one.script.broken = null;
  await one.page.waitForSelector('.steps-strip');
});

test('paper and toner: counted, soon over, or not known until somebody says what was put in', async () => {
  await one.open('laptop');
  await one.signIn();
  await one.press('[data-nav=health]');
  await one.page.waitForSelector('[data-supply=toner]');
  await one.calm();
  const text = (selector) => one.page.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());
  assert.match(await text('[data-supply=slip-paper] .badge.warn'), /还剩 40，约够 1 天/);
  assert.match(await text('[data-supply=a4-paper] .badge.ok'), /约够 35 天/);
  assert.match(await text('[data-supply=toner]'), /还不知道/);
  await one.press('[data-supply=toner] [data-action=refill]');
  await one.page.type('#capacity', '26x00');
  await one.press('[data-action=refilled]');
  await one.page.waitForSelector('[data-supply=toner] .badge');
  assert.deepEqual(one.sent('refilled').map(({ supply, capacity }) => [supply, capacity]), [['toner', '2600']]);
});
