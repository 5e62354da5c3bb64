// The technician's pages in a real Chromium: signing in, the wizard, health, queue, doctor, maintenance.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { TechnicianScript } from '../dev/technician-script.mjs';
import { EN } from '../src/technician/words-en.js';
import { ZH } from '../src/technician/words-zh.js';
import { SIGN_IN_WORDS } from '../src/shared/sign-in/words.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LAPTOP = { width: 1280, height: 800, least: { text: 16, target: 44 } };
const PANEL = { width: 1080, height: 1920, least: { text: 28, target: 88 } };

let kiosk;
let script;
const sent = (call) => kiosk.runtime.log.filter(({ path }) => path === `/api/technician/${call}`).map(({ body }) => body);
const text = (selector) => kiosk.page.$eval(selector, (element) => element.textContent.replace(/\s+/g, ' ').trim());
const shows = (words) => kiosk.page.waitForFunction((wanted) => document.body.textContent.includes(wanted), {}, words);
const calm = () => kiosk.page.waitForFunction(() => !document.querySelector('.line.busy'));

before(async () => {
  kiosk = await Kiosk.start();
  await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
});
after(() => kiosk?.stop());
beforeEach(async () => {
  script = new TechnicianScript();
  kiosk.runtime.answer = (action, body) => script.answer(action, body);
  kiosk.runtime.log.length = 0;
  await kiosk.page.setViewport(LAPTOP);
  await kiosk.page.goto(`${kiosk.url}technician`);
  await kiosk.page.waitForSelector('.sign-in');
});

async function press(selector) {
  await calm();
  await kiosk.patiently();
  await kiosk.press(selector);
}

async function signIn(pin = '135790') {
  await kiosk.type('1024');
  await kiosk.press('[data-action=next]');
  await kiosk.page.waitForSelector('[data-stage=pin]');
  await kiosk.type(pin);
  await press('[data-action=next]');
}

async function signedIn() {
  await signIn();
  await kiosk.page.waitForSelector('main[data-page=setup] .steps-strip');
}

test('wrong PINs say how many tries are left, then a lock counts down; no PIN is ever in the page', async () => {
  for (let wrong = 1; wrong <= 4; wrong++) {
    await signIn('246813');
    await shows(wrong < 4 ? `还可以试${4 - wrong}次` : '再错就要等一会儿');
    assert.ok(!(await kiosk.page.content()).includes('246813'));
    await press('[data-action=back]');
    await kiosk.page.waitForSelector('[data-stage=badge]');
  }
  await signIn('246813');
  await shows('请等1分');
  assert.match(await text('[role=status]'), /请等1分\d+秒/);
});

test('a role that is too low is told so and signed out', async () => {
  script.role = 'COUNTER';
  await signIn();
  await shows('这个工号是窗口人员，这里要技术员');
  assert.equal(kiosk.runtime.log.at(-1).path, '/api/access/sign-out');
});

test('a PIN that must be changed is changed first, weak ones are refused', async () => {
  script.limited = true;
  await signIn();
  for (const [fresh, again, says] of [['135791', '135792', '两次不一样'], ['123456', '123456', '太好猜']]) {
    await kiosk.page.waitForSelector('[data-stage=new]');
    await kiosk.type(fresh);
    await press('[data-action=next]');
    await kiosk.page.waitForSelector('[data-stage=again]');
    await kiosk.type(again);
    await press('[data-action=next]');
    await shows(says);
  }
  await kiosk.type('830264');
  await press('[data-action=next]');
  await kiosk.page.waitForSelector('[data-stage=again]');
  await kiosk.type('830264');
  await press('[data-action=next]');
  await kiosk.page.waitForSelector('.steps-strip');
});

test('by touch: the whole wizard, to a sealed and sent report', async () => {
  await signedIn();
  await press('[data-action=save]');
  await shows('第2步');
  for (const step of ['第3步', '第4步']) {
    await press('[data-action=next]');
    await shows(step);
  }
  await kiosk.page.type('#enrol-code', 'WRNG-0000-0000-0000');
  await press('[data-action=enrol]');
  await shows('平台不认这个登记码');
  assert.equal(await kiosk.page.$eval('#enrol-code', (field) => field.value), '', 'a code is forgotten once it was sent');
  await press('[data-action=next]');
  await press('[data-device=printer] [data-action=choose]');
  await press('[data-path="/dev/usb/lp0"]');
  await calm();
  assert.deepEqual(sent('setup/bind').map(({ device, path }) => [device, path]), [['printer', '/dev/usb/lp0']]);
  await press('[data-action=next]');
  await press('[data-device=camera] [data-action=test]');
  await kiosk.page.waitForSelector('.trial-picture');
  for (const name of ['camera', 'id-card-reader', 'touch-screen', 'loudspeaker']) await press(`[data-device=${name}] [data-action=pass]`);
  await press('[data-device=printer] [data-action=fail]');
  await press('[data-action=fault-spare_ordered]');
  await calm();
  assert.equal(await text('[data-device=printer] .badge'), '不通过');
  await press('[data-action=next]');
  await shows('第7步');
  await press('[data-action=next]');
  await press('[data-action=accept]');
  await kiosk.page.waitForSelector('[data-accepted]');
  assert.match(await text('[data-accepted]'), /acceptance-20261122-083000.*已加盖电子印章.*已交给队列/);
});

test('a wizard that was broken off goes on where it was', async () => {
  for (const step of ['SITE', 'NETWORK', 'TIME']) script.setup.steps[step].outcome = 'PASSED';
  await signedIn();
  assert.match(await text('h1'), /第4步，共8步：身份登记/);
});

test('a wrong answer names its field', async () => {
  await signedIn();
  await kiosk.page.$eval('#site-node', (field) => field.select());
  await kiosk.page.type('#site-node', '!');
  await press('[data-action=save]');
  await shows('这一项没填对：组织节点编码');
});

test('by keyboard alone: signing in, health, maintenance and back, signing out', async () => {
  const { keyboard } = kiosk.page;
  const to = async (selector) => {
    for (let tabs = 0; tabs < 60; tabs++) {
      if (await kiosk.page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await keyboard.press('Tab');
    }
    assert.fail(`no Tab reaches ${selector}`);
  };
  await keyboard.type('1024');
  await keyboard.press('Enter');
  await kiosk.page.waitForSelector('[data-stage=pin]');
  await keyboard.type('135790');
  await kiosk.patiently();
  await keyboard.press('Enter');
  await kiosk.page.waitForSelector('.steps-strip');
  await calm();
  await to('[data-nav=service]');
  await kiosk.patiently();
  await keyboard.press('Enter');
  await kiosk.page.waitForSelector('[data-action=close]');
  for (const [action, closed] of [['close', ['MAINTENANCE']], ['reopen', []]]) {
    await calm();
    await kiosk.patiently();
    await to(`[data-action=${action}]`);
    await keyboard.press('Enter');
    await kiosk.page.waitForSelector(`[data-action=${action === 'close' ? 'reopen' : 'close'}]`);
    assert.deepEqual(script.closures, closed);
  }
  await calm();
  await kiosk.page.focus('h1');
  await keyboard.down('Shift');
  for (let tabs = 0; tabs < 30 && !(await kiosk.page.evaluate(() => document.activeElement.matches('[data-action=sign-out]'))); tabs++) await keyboard.press('Tab');
  await keyboard.up('Shift');
  await keyboard.press('Enter');
  await kiosk.page.waitForSelector('.sign-in');
});

test('dead letters are retried, restarting asks first, a bundle says where it is', async () => {
  await signedIn();
  await press('[data-nav=queue]');
  await shows('死信 1 件');
  await press('[data-action=retry-all]');
  await shows('已重新排队 1 件');
  await press('[data-nav=doctor]');
  await press('[data-action=bundle]');
  await shows('support-20261122-083000.zip');
  await press('[data-nav=service]');
  await press('[data-action=restart]');
  assert.equal(sent('restart').length, 0);
  await press('[data-action=restart-sure]');
  await shows('正在重新启动');
  assert.equal(sent('restart').length, 1);
});

test('health says at once what is wrong, worst first, with who acts', async () => {
  await signedIn();
  await press('[data-nav=health]');
  await shows('要处理的 2 项');
  assert.equal(await text('.lead .badge'), '不行');
  assert.match(await text('.finding'), /凭条打印机.*技术员处理：装纸/);
  assert.match(await text('[data-device=printer]'), /不应答/);
});

test('the board on the screen types into the field that has the cursor', async () => {
  await signedIn();
  await kiosk.page.click('#site-node');
  await press('[data-action=keyboard]');
  await kiosk.press('kk-code-board [data-key="7"]');
  await kiosk.page.waitForFunction(() => document.querySelector('#site-node').value === 'FJ-GL-017');
  await kiosk.page.focus('#site-address');
  await kiosk.press('kk-text-board [data-key=digits]');
  await kiosk.press('kk-text-board [data-key="8"]');
  await kiosk.page.waitForFunction(() => document.querySelector('#site-address').value === '东街1号8');
});

test('a session that ended elsewhere leaves nothing on the page', async () => {
  await signedIn();
  script.broken = { status: 401, body: { error: { code: 'ACCESS_NOT_SIGNED_IN' } } };
  await press('[data-nav=queue]');
  await shows('登录已结束');
  assert.ok(!(await kiosk.page.content()).includes('鼓楼区政务服务局'));
});

for (const size of [LAPTOP, PANEL]) {
  test(`every page is large enough, fits and passes axe at ${size.width}×${size.height}`, { timeout: 120_000 }, async () => {
    await kiosk.page.setViewport(size);
    const wrong = await faults('sign-in', size);
    await kiosk.type('1024');
    await press('[data-action=next]');
    await kiosk.page.waitForSelector('[data-stage=pin]');
    await press('[data-action=card]');
    await kiosk.page.waitForSelector('[data-stage=card]');
    wrong.push(...(await faults('sign-in card', size)));
    await press('[data-action=back]');
    await kiosk.page.waitForSelector('[data-stage=badge]');
    script.role = 'ADMINISTRATOR';
    await signedIn();
    for (const page of ['setup', 'health', 'queue', 'doctor', 'log', 'service', 'staff']) {
      await press(`[data-nav=${page}]`);
      await calm();
      wrong.push(...(await faults(page, size)));
    }
    await press('[data-badge="1001"] [data-action=card]');
    wrong.push(...(await faults('staff card', size)));
    await press('[data-nav=setup]');
    for (const step of ['NETWORK', 'ENROLMENT', 'DEVICES', 'TESTS', 'REPORT']) {
      await press(`[data-step=${step}]`);
      await calm();
      wrong.push(...(await faults(step, size)));
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(kiosk.complaints, []);
  });
}

async function faults(name, { least }) {
  const found = await kiosk.page.evaluate(measure, least);
  if (!(await kiosk.page.evaluate(() => 'axe' in window))) await kiosk.page.evaluate(AXE);
  const axe = await kiosk.page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.map((rule) => `axe ${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  });
  return [...found, ...axe].map((line) => `${name}: ${line}`);
}

/* Runs inside the page. */
function measure(least) {
  const wrong = [];
  const seen = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  for (const element of document.querySelectorAll('button, input, select')) {
    if (!seen(element)) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < least.target - 0.5 || height < least.target - 0.5) wrong.push(`target ${element.outerHTML.slice(0, 80)} ${width}×${height}`);
  }
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (own && seen(element) && parseFloat(getComputedStyle(element).fontSize) < least.text) wrong.push(`text ${element.outerHTML.slice(0, 80)}`);
  }
  if (document.documentElement.scrollWidth > window.innerWidth) wrong.push(`wider than the glass: ${document.documentElement.scrollWidth}`);
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
  if (document.querySelector('[style]')) wrong.push('a style attribute');
  return wrong;
}

test('both languages have the same words and places', () => {
  const flat = (node, at = '', into = new Map()) => {
    for (const [key, value] of Object.entries(node)) typeof value === 'string' ? into.set(`${at}.${key}`, value) : flat(value, `${at}.${key}`, into);
    return into;
  };
  for (const [zh, en] of [[flat(ZH), flat(EN)], [flat(SIGN_IN_WORDS.zh), flat(SIGN_IN_WORDS.en)]]) {
    assert.deepEqual([...zh.keys()].sort(), [...en.keys()].sort());
    for (const [key, words] of zh) assert.deepEqual((words.match(/\{\w+\}/g) ?? []).sort(), (en.get(key).match(/\{\w+\}/g) ?? []).sort(), key);
  }
});
