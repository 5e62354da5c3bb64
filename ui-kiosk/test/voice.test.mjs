// The screens for people who cannot see them: everything can be heard, everything works by the keypad.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { Listener } from '../dev/listener.mjs';
import { viewOf } from '../dev/mock-server.mjs';
import { fewScenes, scenes } from '../dev/scenes.mjs';

let kiosk;
let runtime;
let ear;
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
  runtime.voice = true;
  ear = new Listener(kiosk);
});

const show = async (name, changes) => {
  const view = viewOf(name, changes);
  runtime.show(view);
  await kiosk.settled(view.page);
};
const bare = (text) => text.replace(/[\s\p{P}\p{S}]/gu, '');

for (const language of ['zh', 'en']) {
  test(`whatever is seen or named on any page is heard in ${language}`, { timeout: 240_000 }, async () => {
    const missing = [];
    // English shares the pages; a third of them tells whether it shares the voice.
    const some = Object.entries(scenes).filter((_, index) => language === 'zh' || index % 3 === 0);
    for (const [name, open] of some) {
      await kiosk.reset();
      if (language === 'en') await kiosk.press('[data-tool=language]');
      await open(kiosk);
      const { script, seen, keys } = await kiosk.page.evaluate(seenAndSaid);
      const heard = bare(script.join(''));
      const named = names(await kiosk.page.accessibility.snapshot(), keys);
      for (const text of [...seen, ...named]) if (!heard.includes(bare(text))) missing.push(`${name}: ${text}`);
    }
    assert.deepEqual(missing, []);
  });
}

test('20 the keypad stops at everything that can be pressed, on every page', { timeout: 240_000 }, async () => {
  const missed = [];
  for (const [name, open] of Object.entries(fewScenes())) {
    // Any key answers the question whether somebody is there.
    if (name === 'idle') continue;
    await kiosk.reset();
    await kiosk.press('[data-tool=voice]');
    await open(kiosk);
    const all = await kiosk.page.evaluate(() => {
      // A keypad has keys of its own for those of a board; what is not to be pressed now is no stop that is missed.
      const scope = document.querySelector('dialog[open]') ?? document;
      window.toReach = new Set([...scope.querySelectorAll('button:not(.key, :disabled)')].filter((button) => button.checkVisibility()));
      return window.toReach.size;
    });
    // One key more than there are stops, those that are disabled too.
    for (let key = 0; key < all + 3; key++) {
      await kiosk.page.keyboard.press('ArrowDown');
      await kiosk.page.evaluate(() => window.toReach.delete(document.activeElement));
    }
    missed.push(...(await kiosk.page.evaluate(() => [...window.toReach].map((button) => button.textContent.trim()))).map((text) => `${name}: ${text}`));
  }
  assert.deepEqual(missed, []);
});

test('the keypad alone takes a citizen who sees nothing through an application', { timeout: 120_000 }, async () => {
  runtime.answer = journey();
  await ear.press('next');
  await ear.hears('您好，这是政务自助机');
  await ear.hears('您想办什么事');
  await ear.choose('点这里开始');
  await ear.hears('请选要办的事');
  await ear.choose('现在能办的，一共');
  await ear.hears('这台机器能办的事');
  await ear.choose('养老待遇资格认证');
  await ear.hears('请先看一看，再决定');
  await ear.hears('省社会保险平台');
  await ear.choose('看全文');
  await ear.hears('我们要用您的姓名');
  await ear.choose('看完了');
  await ear.hears('请先看一看，再决定');
  await ear.choose('同意，继续');
  await ear.hears('请把身份证放在读卡区');
  await ear.hears('亮蓝灯、有凹槽');
  runtime.show(viewOf('place-card-read'));
  await ear.hears('读好了，请先别拿走');
  runtime.show(viewOf('face-consent'));
  await ear.hears('要不要用人脸核对');
  await ear.choose('不用人脸');
  await ear.hears('请工作人员来核对');
  runtime.show(viewOf('form-phone'));
  await ear.hears('您的手机号是多少');
  await ear.digits('13800001234');
  await ear.press('forward');
  await ear.hears('您现在跟谁一起住');
  await ear.choose('和子女一起住');
  await ear.hears('已选');
  await ear.press('forward');
  await ear.hears('您现在住在哪里');
  await ear.digits('7664');
  await ear.press('forward');
  await ear.hears('第1个');
  await ear.press('confirm');
  await ear.hears('写好了');
  await ear.press('forward');
  await ear.hears('请核对');
  await ear.choose('确认提交');
  await ear.hears('已经收到您的申请');
  await ear.hears('350102600012', 'digits');
  await ear.choose('不打印，结束');
  await ear.hears('这次办得怎么样');
  await ear.choose('4颗星，满意');
  await ear.hears('请拿走您的身份证');
  runtime.show(null);
  await kiosk.settled('attract');
  const sent = (action) => kiosk.posts(action).map(({ body }) => body);
  assert.deepEqual(sent('consent'), [{ accept: true, version: '2026-1' }]);
  assert.deepEqual(sent('face-consent'), [{ accept: false, version: '2026-1' }]);
  const { phone, living, address } = sent('form').at(-1).values;
  assert.deepEqual([phone, living], ['13800001234', 'children']);
  assert.match(address, /^\p{Script=Han}+$/u);
  assert.equal(sent('submit').length, 1);
});

/** What the runtime shows after each press of the journey. */
function journey() {
  const next = { begin: 'consent', consent: 'place-card', 'face-consent': 'alternative', submit: 'accepted', continue: 'rating', rating: 'take-card', 'rating-reason': 'take-card' };
  return (action, body) => {
    if (action === 'rating' && [1, 2].includes(body.level)) runtime.show(viewOf('rating-reason'));
    else if (next[action]) runtime.show(viewOf(next[action]));
    if (action === 'form' && !body.partial) runtime.show(viewOf('confirm'));
  };
}

test('a low rating is asked why by voice, and told with one key', async () => {
  runtime.answer = journey();
  await kiosk.press('[data-tool=voice]');
  await show('rating');
  await ear.hears('这次办得怎么样');
  await ear.choose('2颗星，不满意');
  await ear.hears('哪里最不满意');
  await ear.choose('花的时间太长');
  await ear.hears('请拿走您的身份证');
  assert.deepEqual(kiosk.posts('rating').map(({ body }) => body.level), [2]);
  assert.deepEqual(kiosk.posts('rating-reason').map(({ body }) => body.reason), ['TOO_SLOW']);
});

test('a new key is silence at once', async () => {
  await kiosk.press('[data-tool=voice]');
  await ear.hears('您好');
  const quiet = await kiosk.page.evaluate(async () => {
    const app = document.querySelector('kiosk-app');
    app.guide.readPage();
    const spoke = app.guide.speaking;
    window.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    const began = performance.now();
    while (app.guide.speaking && performance.now() - began < 5_000) await new Promise(requestAnimationFrame);
    return { spoke, millis: performance.now() - began };
  });
  assert.ok(quiet.spoke);
  assert.ok(quiet.millis < 100, `${quiet.millis} ms`);
});

test('a voice that fails is a line on the page and nothing waits for it', async () => {
  runtime.voice = false;
  await show('consent');
  await kiosk.press('[data-tool=voice]');
  await kiosk.until(() => document.querySelector('[role=status]').textContent.includes('没有声音'));
  await kiosk.press('[data-action=consent-accept]');
  await kiosk.until(() => true);
  assert.equal(kiosk.posts('consent').length, 1);
  runtime.voice = true;
  await ear.press('repeat');
  await kiosk.until(() => !document.querySelector('[role=status]').textContent.includes('没有声音'));
});

test('fixed texts are asked for by name, what is of a citizen travels in a body', async () => {
  const before = kiosk.requests.length;
  await kiosk.press('[data-tool=voice]');
  await show('confirm');
  await ear.hears('张*');
  await ear.hears('请核对');
  const addresses = kiosk.requests.slice(before).join(' ');
  assert.ok(addresses.includes('/api/audio/p/confirm.title?lang=zh&pace=normal'));
  for (const word of ['张', '138', '999X', '%']) assert.ok(!decodeURIComponent(addresses).includes(word) || word === '%', word);
});

test('a PIN is never said, a phone number digit by digit', async () => {
  await kiosk.press('[data-tool=voice]');
  await scenes['alternative-badge'](kiosk);
  await kiosk.patiently();
  await kiosk.press('[data-action=next]');
  await ear.digits('135790', () => '星号');
  assert.ok(!runtime.said.some(({ text }) => /135790|^[3579]$/.test(text)));
});

test('voice, volume and pace are gone with the citizen', async () => {
  await kiosk.press('[data-tool=voice]');
  await show('consent');
  await ear.press('louder');
  await ear.hears('音量4');
  runtime.show(null);
  await kiosk.settled('attract');
  assert.equal(await kiosk.page.$eval('[data-tool=voice]', (tool) => tool.ariaPressed), 'false');
  await kiosk.press('[data-tool=voice]');
  await ear.press('louder');
  await ear.hears('音量4');
});

test('headphones turn the voice on, and the first key after that plays the tour', async () => {
  await show('consent');
  await ear.press('jack-in');
  await ear.hears('请先看一看');
  await ear.press('next');
  await ear.hears('键盘在屏幕下方');
  await ear.press('next');
  await ear.hears('看全文');
  await ear.press('jack-out');
  await kiosk.until(() => document.querySelector('[data-tool=voice]').ariaPressed === 'false');
});

test('the card left behind is called after aloud, also without voice mode', async () => {
  await show('take-card');
  await ear.hears('请拿走您的身份证');
});

test('nobody is hurried while something is read out', async () => {
  await kiosk.press('[data-tool=voice]');
  await show('form-phone');
  const touched = () => kiosk.posts('touch').length;
  await kiosk.page.evaluate(() => {
    const app = document.querySelector('kiosk-app');
    // A reading that never ends.
    Object.defineProperty(app.guide, 'holding', { get: () => true });
  });
  await kiosk.until(() => true);
  await kiosk.page.waitForFunction(() => true);
  const until = Date.now() + 15_000;
  while (touched() === 0 && Date.now() < until) await kiosk.patiently();
  assert.ok(touched() > 0, 'the runtime was told that somebody is listening');
  await kiosk.page.reload();
  await kiosk.page.waitForSelector('main[data-page]');
});

/** In the page: every text that can be seen, and everything that would be said. */
function seenAndSaid() {
  const app = document.querySelector('kiosk-app');
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const seen = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.textContent.trim() === '' || !element.checkVisibility() || element.closest('.unseen, .key, .pager-count, .syllable, script')) continue;
    // A label of its own stands for what is drawn inside.
    if (element.closest('[aria-label]:not(section, nav, [role=group], [role=list], [role=radiogroup])')) continue;
    seen.push(node.textContent);
  }
  const keys = [...document.querySelectorAll('.key')].map((key) => (key.ariaLabel ?? key.textContent).trim());
  return { seen, keys, script: app.guide.wholeScript().map(({ text }) => text) };
}

/** The names of all buttons in Chromium's own accessibility tree; a keypad has keys of its own for those of a board. */
function names(node, keys, found = []) {
  if (['button', 'radio', 'image'].includes(node?.role) && node.name && !keys.includes(node.name)) found.push(node.name);
  for (const child of node?.children ?? []) names(child, keys, found);
  return found;
}
