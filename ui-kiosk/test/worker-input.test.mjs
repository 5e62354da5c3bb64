// What nobody meant to type into a grid worker's fields, and a runtime that says nothing: nothing is lost, nothing goes by itself.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { roads, Tablet } from '../dev/worker-tablet.mjs';

let tablet;
before(async () => {
  tablet = await Tablet.start();
});
after(() => tablet?.stop());
beforeEach(async () => {
  tablet.runtime.reset();
  tablet.complaints.length = 0;
  await tablet.shape('landscape');
});

const kept = (field) => tablet.named('answer').filter((one) => one.body.field === field).map((one) => one.body.value).at(-1);
const value = (field) => tablet.page.$eval(`[data-field=${field}]`, (one) => one.value);
const saved = (state = 'saved') => tablet.until((wanted) => document.querySelector('[data-saved]').dataset.saved === wanted, state);
const wide = () => tablet.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

async function paste(field, text) {
  await tablet.page.focus(`[data-field=${field}]`);
  await tablet.page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
}

async function event() {
  await tablet.signIn();
  await roads.event(tablet);
}

test('control characters, marks that turn the writing and ends of lines are pasted: what can be read is kept', async () => {
  await event();
  await paste('text', '楼道\u0007堆\u202e满\n纸\t箱\u200b');
  await paste('place', '3号\u0000楼\u2066梯口\u200d');
  await saved();
  assert.deepEqual([await value('text'), kept('text')], ['楼道堆满 纸 箱', '楼道堆满 纸 箱']);
  assert.deepEqual([await value('place'), kept('place')], ['3号楼梯口', '3号楼梯口']);
  await paste('text', '\u202e');
  assert.equal(await value('text'), '楼道堆满 纸 箱', 'what nobody sees is nowhere');
  assert.deepEqual(tablet.complaints, []);
});

test('ten thousand characters: as many as fit are kept, and the page says so', async () => {
  await event();
  await paste('text', '纸'.repeat(10_000));
  await paste('place', '𠮷'.repeat(10_000));
  await saved();
  assert.deepEqual([kept('text').length, [...kept('place')].length], [500, 200], 'counted as people count, never half a character');
  assert.match(await tablet.page.$eval('#h-text', (one) => one.textContent), /写满了，最多500个字/);
  assert.match(await tablet.page.$eval('#h-place', (one) => one.textContent), /最多200个字/);
  assert.equal(await wide(), false);
  await (await tablet.page.$('[data-field=place]')).tap();
  await tablet.page.waitForSelector('kk-text-board [data-key=digits]');
  await tablet.page.$eval('kk-type-sheet [data-key=digits]', (one) => one.click());
  await tablet.page.waitForSelector('kk-type-sheet [data-key="1"]');
  await tablet.page.$eval('kk-type-sheet [data-key="1"]', (one) => one.click());
  assert.equal([...(await value('place'))].length, 200, 'the board writes no more than fits either');
});

test('right to left, and 𠮷 㐂: kept as typed, taken away one whole character at a time', async () => {
  await event();
  await paste('text', 'שלום עולם');
  assert.equal(await tablet.page.$eval('[data-field=text]', (one) => getComputedStyle(one).direction), 'rtl');
  await paste('place', '㐂𠮷');
  await saved();
  assert.deepEqual([kept('text'), kept('place')], ['שלום עולם', '㐂𠮷']);
  await (await tablet.page.$('[data-field=place]')).tap();
  await tablet.page.waitForSelector('kk-text-board [data-key=erase]');
  await tablet.page.$eval('kk-type-sheet [data-key=erase]', (one) => one.click());
  await saved();
  assert.equal(kept('place'), '㐂');
  assert.equal(await tablet.page.$eval('h1', (one) => getComputedStyle(one).direction), 'ltr');
});

test('a reload in the middle of a form: signed in again, the draft is there as it was', async () => {
  await event();
  await paste('text', '路灯不亮');
  await saved();
  await tablet.page.reload();
  await tablet.settled('sign-in');
  assert.equal(await tablet.page.evaluate(() => document.body.textContent.includes('路灯不亮')), false);
  await tablet.enter();
  await tablet.press('[data-draft=d1]');
  await tablet.settled('event');
  assert.equal(await value('text'), '路灯不亮');
  assert.equal(tablet.named('hand-in').length, 0);
});

test('a runtime that says nothing: a second press is told so, and sends nothing twice', async () => {
  await event();
  tablet.runtime.draft.pieces = ['photo-1'];
  for (const choice of ['category.ROAD', 'how.UP']) await tablet.press(`[data-choice="${choice}"]`);
  await paste('text', '路灯不亮');
  await saved();
  let release;
  tablet.runtime.answer = (name) => (name === 'hand-in' ? new Promise((resolve) => { release = resolve; }) : undefined);
  await tablet.press('[data-action=hand-in]');
  await tablet.press('[data-action=hand-in]');
  await tablet.until(() => document.querySelector('[role=alert]')?.textContent.includes('还在等上一步'));
  assert.equal(await value('text'), '路灯不亮');
  release();
  await tablet.settled('today');
  assert.equal(tablet.named('hand-in').length, 1);
  assert.equal(await tablet.page.$('[role=alert]'), null);
});

test('an answer that the runtime takes from nobody is named, stays to be mended, and holds nothing else back', async () => {
  await event();
  tablet.runtime.answer = (name, body) =>
    name === 'answer' && body.field === 'place' && body.value.includes('坏') ? { status: 422, body: { error: { code: 'FIELD_ANSWERS' } } } : undefined;
  await paste('place', '坏');
  await paste('text', '路灯不亮');
  await saved('refused');
  assert.match(await tablet.page.$eval('[data-saved]', (one) => one.textContent), /请改：地点/);
  assert.equal(kept('text'), '路灯不亮', 'what was typed behind it is kept');
  assert.equal(await value('place'), '坏');
  await tablet.press('[data-action=hand-in]');
  await tablet.patiently();
  assert.equal(tablet.named('hand-in').length, 0);
  await tablet.page.focus('[data-field=place]');
  await tablet.page.keyboard.press('Backspace');
  await saved();
  assert.deepEqual(tablet.complaints, []);
});

test('a scanner that writes like a keyboard hands nothing in, wherever the focus is', async () => {
  await event();
  tablet.runtime.draft.pieces = ['photo-1'];
  for (const choice of ['category.ROAD', 'how.UP']) await tablet.press(`[data-choice="${choice}"]`);
  await paste('text', '路灯不亮');
  await saved();
  const scan = () => tablet.page.evaluate(() => {
    // As fast as a machine: within one task. Enter on a button is a click, unless somebody keeps it from being one.
    for (const key of ['6', '9', '2', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'Enter']) {
      const target = document.activeElement;
      const free = target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      if (free && key === 'Enter' && target.tagName === 'BUTTON') target.click();
    }
  });
  for (const place of ['[data-field=text]', '[data-field=place]', '[data-action=hand-in]', '[data-action=discard]']) {
    await tablet.patiently();
    await tablet.page.focus(place);
    await scan();
  }
  await tablet.patiently();
  assert.equal(await tablet.page.$eval('main', (one) => one.dataset.page), 'event');
  assert.deepEqual([tablet.named('hand-in').length, tablet.named('discard').length], [0, 0]);
  assert.equal(await tablet.page.$eval('[data-action=discard]', (one) => one.textContent.includes('真的')), false);
  // A person's Enter, a moment later, is one.
  await tablet.page.focus('[data-action=hand-in]');
  await tablet.patiently();
  await tablet.page.keyboard.press('Enter');
  await tablet.settled('today');
  assert.equal(tablet.named('hand-in').length, 1);
});
