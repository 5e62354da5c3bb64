// What a citizen who reads no Chinese meets on the way through an item.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { MockRuntime, viewOf } from '../dev/mock-server.mjs';

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
  await kiosk.press('[data-tool=language]');
  runtime.log.length = 0;
});

const show = async (name, change = (view) => view) => {
  const view = change(viewOf(name));
  runtime.show(view, MockRuntime.kiosk());
  await kiosk.settled(view.page);
};

/** The body of a press once it has arrived. */
const sent = async (action) => (await kiosk.posted(action))[0]?.body;

/** What is a name or somebody's own words, and therefore Chinese on an English page too. */
const NAMES = ['.site', '[data-tool=language]', '.stood-for', '[data-page=confirm] dd', '.answer .row-name', '#answer', '.facts dd [lang]'];

/** The Chinese on the page: what is not marked as Chinese, and what is marked but is no name. */
const chineseOn = (names) =>
  kiosk.page.evaluate((allowed) => {
    const plain = [];
    const marked = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.parentElement;
      if (!/\p{Script=Han}/u.test(node.data) || at.closest('script, style, template')) continue;
      if (!at.closest('[lang]').lang.startsWith('zh')) plain.push(node.data.trim());
      else if (!allowed.some((name) => at.closest(name))) marked.push(node.data.trim());
    }
    return { title: /\p{Script=Han}/u.test(document.querySelector('h1').textContent), plain, marked };
  }, names);

const JOURNEY = ['consent', 'place-card', 'face-consent', 'camera', 'retrieval-consent', 'form-phone', 'form-choice', 'form-phone-needed',
  'materials', 'materials-kept', 'confirm', 'confirm-rare', 'confirm-sign', 'accepted', 'accepted-payment', 'accepted-copy', 'phone', 'rating', 'rating-reason', 'take-card', 'guide'];

for (const name of JOURNEY) {
  test(`in English ${name} says everything in English`, async () => {
    await show(name);
    assert.deepEqual(await chineseOn(NAMES), { title: false, plain: [], marked: [] });
  });
}

test('in English the list of items is English, bundles too', async () => {
  await kiosk.press('[data-action=start]');
  await kiosk.settled('items');
  assert.deepEqual(await chineseOn(NAMES), { title: false, plain: [], marked: [] });
});

test('a text without English falls back to its Chinese, marked as Chinese', async () => {
  await show('form-phone', (view) => {
    const questions = view.form.questions.map((question) => ({ ...question, hintEn: '', labelEn: '' }));
    return { ...view, form: { ...view.form, questions } };
  });
  const { title, plain, marked } = await chineseOn(NAMES);
  assert.equal(title, true, await kiosk.text('.lead'));
  assert.deepEqual(plain, []);
  assert.ok(marked.includes('有结果时给您发短信。'), `${marked.join()} | ${await kiosk.page.$eval('.lead', (element) => element.innerHTML)}`);
});

test('the English of a consent says that the Chinese binds, and the Chinese stands with it', async () => {
  await show('consent');
  assert.match(await kiosk.page.$eval('[data-binding]', (element) => element.textContent), /Chinese text is binding/);
  await kiosk.press('[data-action=read-all]');
  await kiosk.until(() => document.querySelector('main').dataset.page === 'full-text');
  const seen = [];
  for (let more = true; more; ) {
    seen.push(await kiosk.page.$eval('.prose', (element) => element.innerText));
    more = await kiosk.page.evaluate(() => {
      const next = document.querySelector('[data-action=page-next]:not([disabled])');
      next?.click();
      return next !== null;
    });
    await kiosk.page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
  }
  const all = seen.join('\n');
  assert.ok(all.indexOf('12333') >= 0 && all.indexOf('12333') < all.indexOf('Binding is the Chinese'), all);
  assert.ok(all.indexOf('Binding is the Chinese') < all.indexOf('只给省社会保险平台'), all);
});

test('the runtime hears the language with the press it counts for, and again when it changes', async () => {
  await show('consent');
  await kiosk.press('[data-action=consent-accept]');
  assert.deepEqual(await sent('consent'), { accept: true, version: '2026-1', language: 'en' });
  await kiosk.patiently();
  await show('face-consent');
  await kiosk.press('[data-action=face-refuse]');
  assert.deepEqual(await sent('face-consent'), { accept: false, version: '2026-1' });
  await show('accepted');
  await kiosk.press('[data-tool=language]');
  await kiosk.patiently();
  await kiosk.press('[data-action=print]');
  assert.deepEqual(await sent('print'), { language: 'zh' });
});
