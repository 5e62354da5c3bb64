// What a grid worker does with the tablet itself: microphone, place, pen, card reader; and what is shown of sending.
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

async function stroke() {
  const { x, y, width } = await (await tablet.page.waitForSelector('canvas')).boundingBox();
  await tablet.page.mouse.move(x + 20, y + 20);
  await tablet.page.mouse.down();
  await tablet.page.mouse.move(x + width / 2, y + 80, { steps: 20 });
  await tablet.page.mouse.up();
}

test('a voice note: one press begins, one ends, and a sound of WebM goes to the runtime', async () => {
  await tablet.signIn();
  await roads.event(tablet);
  await tablet.press('[data-action=voice]');
  await tablet.until(() => document.querySelector('[data-action=voice]').textContent.includes('按一下停'));
  // A moment of the pretended microphone: Chromium hands sound over in pieces of its own size.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await tablet.press('[data-action=voice]');
  await tablet.until(() => document.querySelector('[data-action=voice]').textContent.includes('录好了'));
  const { path, body } = tablet.named('upload').at(-1);
  assert.match(path, /\/voice\//);
  assert.deepEqual([body.type, body.bytes.subarray(0, 4).toString('hex')], ['audio/webm', '1a45dfa3']);
  assert.ok(body.bytes.length > 200, `${body.bytes.length} bytes of sound`);
  // Before it is sent it can be heard, stopped and thrown away.
  const label = () => tablet.page.$eval('[data-action=listen]', (one) => one.textContent.trim());
  await tablet.press('[data-action=listen]');
  await tablet.until(() => document.querySelector('[data-action=listen]').textContent.includes('正在放'));
  await tablet.until(() => document.querySelector('[data-action=listen]').textContent.includes('听一遍'));
  assert.equal(tablet.named('sound').length, 1);
  assert.equal(await label(), '听一遍', 'it ends by itself');
  await tablet.press('[data-action=remove-voice-note]');
  await tablet.until(() => document.querySelector('[data-action=listen]') === null);
  assert.deepEqual(tablet.named('take-away').map((one) => one.body.piece), ['voice-note']);
  assert.match(await tablet.page.$eval('[data-action=voice]', (one) => one.textContent), /按一下开始/);
  assert.deepEqual(tablet.complaints, []);
});

test('a patrol: points go up as it is walked, also behind the locked screen, and one press ends it', async () => {
  await tablet.open();
  await tablet.walkTo(26.0821, 119.2967);
  await tablet.signIn();
  await tablet.page.evaluate(() => {
    const real = performance.now.bind(performance);
    globalThis.later = 0;
    performance.now = () => real() + globalThis.later;
  });
  await tablet.press('[data-action=patrol]');
  await tablet.until(() => document.querySelector('.facts')?.textContent.includes('已记1个点'));
  await tablet.press('[data-action=lock]');
  await tablet.settled('sign-in');
  await tablet.page.evaluate(() => { globalThis.later += 31_000; });
  await tablet.walkTo(26.0824, 119.2971);
  await tablet.until(() => document.querySelector('[data-walk=true]')?.textContent.includes('已记2个点'));
  const points = tablet.named('track').map(({ body }) => [body.lat, body.lon]);
  assert.deepEqual(points, [[26.0821, 119.2967], [26.0824, 119.2971]]);
  await tablet.enter();
  await tablet.until(() => document.querySelector('.facts')?.textContent.includes('已记2个点'));
  await tablet.press('[data-action=patrol]');
  await tablet.until(() => document.querySelector('[data-action=patrol]').textContent.includes('开始'));
  assert.equal(tablet.named('hand-in').at(-1).body.draft, tablet.runtime.walked.id);
  assert.deepEqual(tablet.complaints, []);
});

test('a running patrol pressed among what is left is ended and handed in once; the next one is its own', async () => {
  await tablet.open();
  await tablet.walkTo(26.0821, 119.2967);
  await tablet.signIn();
  await tablet.press('[data-action=patrol]');
  await tablet.until(() => document.querySelector('.facts')?.textContent.includes('已记1个点'));
  const { today } = tablet.runtime.worker;
  const { id } = tablet.runtime.walked;
  tablet.runtime.worker.today = { ...today, drafts: [{ id, kind: 'PATROL', title: '', begunAt: '2026-11-22T04:00:00Z' }] };
  await tablet.press('[data-tab=today]');
  await tablet.page.waitForSelector(`[data-draft="${id}"]`);
  // Gone from the list with the hand-in and no sooner: the page looks by itself every few seconds.
  tablet.runtime.answer = (name) => {
    if (name === 'hand-in') tablet.runtime.worker.today = today;
  };
  await tablet.press(`[data-draft="${id}"]`);
  await tablet.until(() => document.querySelector('[data-draft^="01a2"]') === null);
  const patrolButton = () => tablet.page.$eval('[data-action=patrol]', (one) => one.textContent.trim());
  assert.match(await patrolButton(), /开始/, 'noting goes on after it was handed in');
  // Of the next patrol no point is kept: there is nothing to hand in, and least of all the one before again.
  let asked;
  const refused = new Promise((resolve) => { asked = resolve; });
  tablet.runtime.answer = (name) => {
    if (name === 'hand-in') return { status: 409, body: { error: { code: 'FIELD_HANDED_IN' } } };
    if (name !== 'track') return undefined;
    asked();
    return { status: 503, body: { error: { code: 'FIELD_STORAGE' } } };
  };
  await tablet.press('[data-action=patrol]');
  await refused;
  await tablet.until(() => document.querySelector('.facts')?.textContent.includes('已记0个点'));
  await tablet.press('[data-action=patrol]');
  await tablet.until(() => !document.querySelector('[data-action=patrol]').textContent.includes('结束'));
  assert.equal(await tablet.page.$('[role=alert]'), null);
  assert.deepEqual(tablet.named('hand-in').map(({ body }) => body.draft), [id]);
  assert.deepEqual(tablet.complaints, []);
});

test('a form of this morning: the resident is read its own wording, agrees and signs, and only then it goes', async () => {
  await tablet.signIn();
  await roads.form(tablet);
  await tablet.press('[data-choice="heating.B"]');
  await tablet.press('[data-choice="alarm.N"]');
  await tablet.press('[data-action=photo-stove]');
  await tablet.settled('camera');
  await tablet.until(() => document.querySelector('video').videoWidth > 0);
  await tablet.press('[data-action=shoot]');
  await tablet.settled('form');
  await tablet.press('[data-action=hand-in]');
  await tablet.until(() => document.querySelector('.line.warn[role=alert]')?.textContent.includes('住户的答复'));
  assert.match(await tablet.page.$eval('blockquote', (one) => one.textContent), /一年后删/);
  await tablet.press('[data-action=disagree]');
  await tablet.until(() => document.querySelector('.consent').textContent.includes('不能交'));
  await tablet.press('[data-action=agree]');
  await tablet.press('[data-action=sign]');
  await tablet.settled('sign');
  await stroke();
  await tablet.press('[data-action=signed]');
  await tablet.settled('form');
  assert.ok(tablet.named('sign')[0].body.strokes[0].length >= 16);
  await tablet.press('[data-action=hand-in]');
  await tablet.settled('today');
  assert.equal(tablet.named('hand-in').length, 1);
  assert.deepEqual(tablet.complaints, []);
});

test('a resident\'s card fills in name and number; without one the page says what to do', async () => {
  await tablet.signIn();
  await roads.person(tablet);
  assert.equal(await tablet.page.$eval('main > .body', (one) => one.scrollTop), 0, 'a page begins at its top');
  await tablet.press('[data-action=read-card]');
  await tablet.until(() => document.querySelector('[data-field=p1Number]').value === '11010519491231002X');
  assert.equal(await tablet.page.$eval('[data-field=p1Name]', (one) => one.value), '测试');
  tablet.runtime.answer = (name) => (name === 'read-card' ? { status: 422, body: { error: { code: 'FIELD_NO_CARD' } } } : undefined);
  await tablet.press('[data-action=read-card]');
  await tablet.until(() => document.querySelector('[role=alert]')?.textContent.includes('或打字'));
});

test('what has gone and what has not is plain; both versions of a conflict are shown and one press decides', async () => {
  await tablet.signIn();
  await roads.sync(tablet);
  const rows = await tablet.page.$$eval('[data-sent]', (all) => all.map((one) => [one.dataset.state, one.querySelector('.row-due').textContent.trim()]));
  assert.deepEqual(rows, [
    ['WAITING', '排队等网络'], ['REFUSED', '平台退回：不是您的网格'], ['PARTLY', '办件收到，照片3/5'], ['ARRIVED', '平台收到了'],
  ]);
  const versions = await tablet.page.$$eval('[data-conflict=p1Phone] .version', (all) => all.map((one) => one.textContent.replaceAll(/\s+/g, ' ')));
  assert.match(versions[0], /我的 13900005678/);
  assert.match(versions[1], /平台的 13700009999/);
  await tablet.press('[data-conflict=p1Phone] [data-action=use-mine]');
  await tablet.until(() => document.querySelector('[data-conflict]') === null);
  assert.deepEqual(tablet.named('resolve').map(({ body }) => [body.household, body.field, body.mine]), [['H1', 'p1Phone', true]]);
});
