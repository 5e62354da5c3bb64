// Asking the platform, papers brought later, licences, and the telephone, in a real Chromium.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { viewOf, views } from '../dev/mock-server.mjs';

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
const press = (action) => kiosk.press(`[data-action=${action}]:not([disabled])`);
/** Waits until the runtime heard of an action, and gives its body. */
const sent = async (action) => {
  for (let i = 0; i < 400 && kiosk.posts(action).length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  return kiosk.posts(action)[0]?.body;
};
const text = (selector) => kiosk.page.$eval(selector, (element) => element.textContent);

test('fetching is asked for on its own, and refusing it is as good an answer', async () => {
  await show('retrieval-consent');
  await press('retrieval-refuse');
  assert.deepEqual(await sent('retrieval-consent'), { accept: false, version: 'r-1' });
  runtime.log.length = 0;
  await kiosk.patiently();
  await press('retrieval-accept');
  assert.deepEqual(await sent('retrieval-consent'), { accept: true, version: 'r-1' });
});

test('nobody has to wait for what is fetched', async () => {
  await show('retrieving');
  await press('continue');
  assert.deepEqual(await sent('continue'), {});
});

test('what the platform filled in is masked, kept untouched, and replaced whole when typed over', async () => {
  await show('form-platform');
  assert.match(await kiosk.page.$eval('#answer', (field) => field.value), /\*/);
  await press('next');
  assert.deepEqual((await sent('form')).values, {}, 'a masked value is never sent back');
  runtime.log.length = 0;
  await kiosk.patiently();
  await kiosk.type('13800001234');
  await press('next');
  assert.deepEqual((await sent('form')).values, { phone: '13800001234' });
});

test('masked values are shown when asked for, and the button goes while they are plain', async () => {
  await show('result-masked');
  await press('reveal');
  assert.deepEqual(await sent('reveal'), {});
  const result = structuredClone(views['result-masked'].result);
  await show('result-masked', { result: { ...result, revealed: true } });
  await kiosk.until(() => document.querySelector('[data-action=reveal]') === null);
});

test('missing papers are named first, and can be brought here and now', async () => {
  await show('result-wanted');
  assert.match(await text('.row.answer'), /还缺.*住处的证明/s);
  await press('supplement');
  assert.deepEqual(await sent('supplement'), {});
});

test('where no picture can be taken, missing papers are named and another place is told', async () => {
  await show('result-wanted-elsewhere');
  assert.equal(await kiosk.page.$('[data-action=supplement]'), null);
  assert.match(await text('.line.warn'), /别的机器|窗口/);
});

test('a licence stands in for a paper until the citizen wants the paper', async () => {
  await show('materials-licence');
  await kiosk.until(() => document.querySelector('h1').textContent.includes('户口本'));
  assert.match(await text('.facts'), /350\*{4}0001/);
  await press('use-paper');
  assert.deepEqual(await sent('use-licence'), { material: 'household-register', use: false });
});

test('a paper has its other ways: the licence after all, and the telephone', async () => {
  await show('materials-licence-paper');
  await press('use-licence');
  assert.deepEqual(await sent('use-licence'), { material: 'household-register', use: true });
  await kiosk.patiently();
  await press('phone-open');
  assert.deepEqual(await sent('phone-open'), { material: 'household-register' });
});

test('back from the telephone the same paper is on the page', async () => {
  runtime.answer = (action) => {
    if (action === 'phone-open') runtime.show(viewOf('phone'));
    if (action === 'back') runtime.show(viewOf('materials-licence-paper'));
  };
  await show('materials-licence-paper');
  await press('phone-open');
  await kiosk.page.waitForSelector('[data-page=phone] .qr');
  await kiosk.patiently();
  await press('back');
  await kiosk.until(() => document.querySelector('h1').textContent.includes('户口本'));
});

test('without an answer the page says what else can be done', async () => {
  await show('problem-no-answer');
  await press('leave-here');
  assert.deepEqual(await sent('leave-here'), {});
  await kiosk.patiently();
  await press('submit');
  assert.deepEqual(await sent('submit'), {});
});

test('nobody to ask: the last word says how far, as of when, and that it is not the newest', async () => {
  await show('result-told');
  const rows = await kiosk.page.$$eval('.row.answer', (all) => all.map((row) => row.textContent.replace(/\s+/g, '')));
  assert.deepEqual(rows.slice(0, 3), ['办到哪一步等您补材料', '从什么时候起2026年11月21日15:04', '平台什么时候说的2026年11月21日15:05']);
  assert.match(await text('.line.warn'), /不是最新的/);
  await press('ask-again');
  assert.deepEqual(await sent('submit'), {});
});

test('a slip held to the scanner fills its one question, over what was typed, and can be mended', async () => {
  await show('form-scan');
  await kiosk.type('123');
  await show('form-scan-taken');
  await kiosk.until(() => document.querySelector('#answer').value === '2026 1122 0000 17');
  assert.match(await text('.line.ok'), /读到了/);
  await press('next');
  assert.deepEqual(await sent('form'), { values: { reference: '20261122000017' }, partial: true });
  await kiosk.until(() => document.querySelector('h1').textContent.includes('手机号'));
  assert.equal(await kiosk.page.$eval('#answer', (field) => field.value), '');
  assert.equal(await kiosk.page.$('.line.ok'), null, 'the scanner is of the first question alone');
});

test('what the scanner refuses is said, and typing goes on', async () => {
  await show('form-scan-refused');
  assert.match(await text('.line.warn'), /不是办事回执/);
  await kiosk.type('2026');
  await kiosk.until(() => document.querySelector('#answer').value === '2026');
});

test('a scanner that writes like a keyboard fills no question, not even the number it could answer', async () => {
  await show('form-scan');
  await kiosk.page.evaluate(() => {
    for (const key of [...'20261122000017', 'Enter']) {
      const code = key === 'Enter' ? 'Enter' : `Digit${key}`;
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
    }
  });
  await kiosk.patiently();
  assert.equal(await kiosk.page.$eval('#answer', (field) => field.value), '');
  assert.equal(kiosk.posts('form').length, 0);
});

test('a certificate is shown, printed when pressed, and taken along', async () => {
  await show('certificate');
  assert.match(await text('.row.answer'), /编号.*350100-202611200001/s);
  assert.equal(await kiosk.page.$('[data-action=print]'), null, 'no slip in its place');
  await press('print-copy');
  assert.deepEqual(await sent('print-copy'), {});
  await show('certificate-printed');
  await kiosk.until(() => document.querySelector('.line.ok'));
  assert.match(await text('.line.ok'), /请拿走/);
  assert.equal(await kiosk.page.$('[data-action=print-copy]'), null, 'one paper');
  await kiosk.patiently();
  await press('finish');
  assert.deepEqual(await sent('continue'), {});
});

test('nobody knows whether the certificate came out: the citizen says', async () => {
  await show('certificate-unknown');
  assert.match(await text('.line.warn'), /纸出来了吗/);
  assert.equal(await kiosk.page.$('[data-action=print-copy]'), null);
  await press('copy-not');
  assert.deepEqual(await sent('copy-seen'), { came: false });
});

test('no certificate, none that fits, no paper: said, and where to go', async () => {
  await show('certificate-none');
  assert.match(await text('h1'), /没有查到/);
  assert.match(await text('.steps'), /窗口/);
  assert.equal(await kiosk.page.$('.line.warn'), null, 'nothing is wrong with the machine');
  const rows = structuredClone(views.certificate.result.rows);
  await show('certificate-none', { result: { ...structuredClone(views['certificate-none'].result), rows } });
  await kiosk.until(() => document.querySelector('h1').textContent.includes('没有能打印的证'));
  assert.match(await text('.line.warn'), /窗口/);
  await show('certificate-too-large');
  await kiosk.until(() => document.querySelector('h1').textContent.includes('太大'));
  assert.match(await text('.line.warn'), /窗口/);
  assert.equal(await kiosk.page.$('[data-action=print-copy]'), null);
  await show('certificate-no-paper');
  await kiosk.until(() => document.querySelector('[data-action=print-copy]'));
  assert.match(await text('.line.warn'), /没纸.*窗口/);
  await press('print-copy');
  assert.deepEqual(await sent('print-copy'), {});
});
