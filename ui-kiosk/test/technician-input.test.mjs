// What nobody meant to type into a technician's fields, a runtime that says nothing, and what the wizard says it does not do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Technician } from '../dev/technician-hands.mjs';

let one;
before(async () => {
  one = await Technician.start();
});
after(() => one?.stop());

async function site() {
  await one.open('laptop');
  await one.signIn();
  await one.press('[data-step=SITE]');
  await one.page.waitForSelector('#site-site');
}

const value = (id) => one.page.$eval(`#${id}`, (box) => box.value);

async function paste(id, text) {
  await one.page.$eval(`#${id}`, (box) => (box.focus(), box.select()));
  await one.page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
}

test('control characters, ten thousand characters, right to left, 𠮷 㐂: what can be read is kept, and no more than fits', async () => {
  await site();
  await paste('site-site', '东街\u0007\u202e便民\t服务\u200b中心');
  assert.equal(await value('site-site'), '东街便民 服务中心');
  await paste('site-address', '𠮷'.repeat(10_000));
  assert.equal([...(await value('site-address'))].length, 60);
  await paste('site-organisation', 'שלום');
  assert.equal(await one.page.$eval('#site-organisation', (box) => getComputedStyle(box).direction), 'rtl');
  await paste('site-organisation', '𠮷㐂服务局');
  await one.press('[data-action=save]');
  await one.page.waitForSelector('[data-step=SITE][data-outcome=PASSED]');
  const [sent] = one.sent('setup/site');
  assert.deepEqual([sent.site, sent.organisation, [...sent.address].length], ['东街便民 服务中心', '𠮷㐂服务局', 60]);
  assert.deepEqual(one.kiosk.complaints, []);
});

test('the board comes with the last event of a touch, so that the touch presses none of its keys', async () => {
  await site();
  const before = await value('site-site');
  const send = (type) => one.page.$eval('#site-site', (field, name) => field.dispatchEvent(new PointerEvent(name, { pointerType: 'touch', bubbles: true })), type);
  await send('pointerdown');
  await send('pointerup');
  await one.kiosk.patiently();
  assert.equal(await one.page.$('.sheet'), null);
  await send('click');
  await one.page.waitForSelector('.sheet[data-typing=site-site]');
  assert.equal(await value('site-site'), before);
});

test('a scanner that writes like a keyboard saves nothing', async () => {
  await site();
  for (const place of ['#site-site', '[data-action=save]', '[data-action=sign-out]']) {
    await one.page.focus(place);
    await one.page.evaluate(() => {
      for (const key of [...'6921234567890', 'Enter']) {
        const target = document.activeElement;
        const free = target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        if (free && key === 'Enter' && target.tagName === 'BUTTON') target.click();
      }
    });
    await one.kiosk.patiently();
  }
  assert.equal(one.sent('setup/site').length, 0);
  assert.equal(await one.page.$('.sign-in'), null);
});

test('a runtime that says nothing: the page says it waits, and a second press saves nothing twice', async () => {
  await site();
  let release;
  const script = one.kiosk.runtime.answer;
  one.kiosk.runtime.answer = (action, body) => (action === 'site' ? new Promise((resolve) => { release = () => resolve(script(action, body)); }) : script(action, body));
  await one.press('[data-action=save]');
  await one.page.waitForSelector('.line.busy');
  await one.kiosk.press('[data-action=save]');
  await one.kiosk.press('[data-action=save]');
  release();
  await one.page.waitForSelector('[data-step=SITE][data-outcome=PASSED]');
  assert.equal(one.sent('setup/site').length, 1);
});

test('a reload in the middle of a form: nobody is signed in, and what was saved is there', async () => {
  await site();
  await paste('site-site', '西街便民服务中心');
  await one.press('[data-action=save]');
  await one.page.waitForSelector('[data-step=SITE][data-outcome=PASSED]');
  await one.page.reload();
  await one.page.waitForSelector('.sign-in');
  assert.equal(await one.page.evaluate(() => document.body.textContent.includes('西街')), false);
  await one.signIn();
  await one.press('[data-step=SITE]');
  assert.equal(await value('site-site'), '西街便民服务中心');
});

test('the network step says what is set in the operating system, and which document says how; in both languages', async () => {
  await one.open('laptop');
  await one.signIn();
  await one.press('[data-step=NETWORK]');
  const said = () => one.page.$eval('[data-note=system]', (note) => note.textContent);
  await one.page.waitForSelector('[data-note=system]');
  for (const word of ['静态地址', '域名服务器', '802.1X', 'NTP', '操作系统', 'NETWORK.md']) assert.ok((await said()).includes(word), word);
  await one.press('[data-action=language]');
  await one.shows('operating system');
  for (const word of ['Static addresses', 'name servers', '802.1X', 'NTP', 'NETWORK.md']) assert.ok((await said()).includes(word), word);
});

test('a card reader says beforehand what to do, is tried once, and what the machine saw is its judgement', async () => {
  await one.open('laptop');
  await one.signIn();
  await one.press('[data-step=TESTS]');
  const card = '[data-device=id-card-reader]';
  await one.page.waitForSelector(card);
  assert.match(await one.page.$eval(`${card} [data-how]`, (note) => note.textContent), /15秒内放一张样卡.*不留/s);
  await one.press(`${card} [data-action=test]`);
  await one.page.waitForSelector(`${card} .ok, ${card} [data-seen]`);
  assert.match(await one.page.$eval(`${card} [data-seen]`, (note) => note.textContent), /读到了卡/);
  assert.match(await one.page.$eval(card, (all) => all.textContent), /通过/);
  assert.equal(one.sent('setup/judge').length, 0, 'nobody had to judge');
});
