// The parts that need no browser: parsing, the press gate, the pace of hints, answers, page filling, pinyin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormAnswers } from '../src/citizen/form-answers.js';
import { StaffCheck } from '../src/citizen/staff-check.js';
import { EventParser } from '../src/shared/event-parser.js';
import { isForbiddenKey } from '../src/shared/guards.js';
import { officialTime } from '../src/shared/official-time.js';
import { Pace } from '../src/shared/pace.js';
import { fillPages } from '../src/shared/fill-pages.js';
import { paragraphs } from '../src/shared/paragraphs.js';
import { PressGate } from '../src/shared/press-gate.js';
import { Recorder } from '../src/worker/recorder.js';
import { pinyinTable } from '../tools/pinyin-table.mjs';

test('event stream cut anywhere gives the same events', () => {
  const text = ': hello\nevent: session\ndata: {"a":\ndata: 1}\n\nretry: 5\r\nevent: kiosk\r\ndata: {}\r\n\r\ndata: x\n\n';
  const expected = [['session', '{"a":\n1}'], ['kiosk', '{}'], ['message', 'x']];
  for (let cut = 0; cut <= text.length; cut++) {
    const events = [];
    const parser = new EventParser((...event) => events.push(event));
    parser.feed(text.slice(0, cut));
    parser.feed(text.slice(cut));
    assert.deepEqual(events, expected, `cut at ${cut}`);
  }
});

test('clocks show the time of the place, also past its midnight and in a machine set to another zone', () => {
  const { year, month, day, hour, minute } = officialTime(new Date('2026-12-31T16:05:59Z'));
  assert.deepEqual([year, month, day, hour, minute], ['2027', '01', '01', '00', '05']);
});

test('a voice note dropped while the microphone opens is never begun, and the microphone is closed', async () => {
  let opened;
  let closed = 0;
  const stream = { getTracks: () => [{ stop: () => closed++ }] };
  const mediaDevices = { getUserMedia: () => new Promise((resolve) => (opened = () => resolve(stream))) };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { mediaDevices }, configurable: true });
  try {
    const recorder = new Recorder();
    const begun = recorder.start(() => assert.fail('nothing runs out'));
    recorder.drop();
    opened();
    await begun;
    assert.equal(recorder.on, false);
    assert.equal(closed, 1);
  } finally {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else delete globalThis.navigator;
  }
});

test('event stream with an endless line is refused', () => {
  const parser = new EventParser(() => assert.fail('no event'));
  assert.throws(() => {
    for (let i = 0; i < 40; i++) parser.feed('x'.repeat(64 * 1024));
  }, RangeError);
});

test('second press within half a second, or while the first is answered, is dropped', async () => {
  let now = 1_000;
  const gate = new PressGate({ now: () => now });
  let runs = 0;
  let release;
  const first = gate.pass(() => new Promise((resolve) => (release = resolve)).then(() => runs++));
  now += 600;
  assert.equal(await gate.pass(() => runs++), undefined);
  release();
  await first;
  now = 2_000;
  await gate.pass(() => runs++);
  now += 499;
  await gate.pass(() => runs++);
  now += 1;
  await gate.pass(() => runs++);
  assert.equal(runs, 3);
});

test('another press during a slow answer is not sent, but it is told; whoever comes next is not held back', async () => {
  let now = 1_000;
  let told = 0;
  const gate = new PressGate({ now: () => now, held: () => told++ });
  let release;
  const first = gate.pass(() => new Promise((resolve) => (release = resolve)));
  now += 100;
  await gate.pass(() => assert.fail('an unsteady hand'));
  assert.equal(told, 0);
  now += 900;
  await gate.pass(() => assert.fail('the page may be gone with the answer'));
  assert.equal(told, 1);
  gate.release();
  let second;
  const next = gate.pass(() => new Promise((resolve) => (second = resolve)));
  release();
  await first;
  now += 1_000;
  await gate.pass(() => assert.fail('the second is still being answered'));
  second('yes');
  assert.equal(await next, 'yes');
});

test('press that fails opens the gate again', async () => {
  let now = 0;
  const gate = new PressGate({ now: () => now });
  await assert.rejects(gate.pass(async () => { throw new Error('no'); }));
  now = 500;
  assert.equal(await gate.pass(async () => 'yes'), 'yes');
});

const QUESTIONS = [
  { id: 'name', kind: 'TEXT', required: true, maxLength: 10, value: '张*', fromCard: true },
  { id: 'phone', kind: 'PHONE', required: true, maxLength: 11, value: '138****1234' },
  { id: 'since', kind: 'DATE', required: false, value: '' },
];

test('masked prefill stays with the server unless the citizen types', () => {
  const answers = new FormAnswers();
  answers.take(QUESTIONS, true);
  assert.equal(answers.current.id, 'phone');
  assert.deepEqual(answers.toSend(), {});
  for (const key of '139') answers.type(key);
  assert.deepEqual(answers.toSend(), { phone: '139' });
  answers.type('erase');
  assert.deepEqual(answers.toSend(), { phone: '13' });
});

test('no phone is sent as the word for it, and a number typed after all replaces it whole', () => {
  const answers = new FormAnswers();
  answers.take(QUESTIONS, true);
  answers.choose('NONE');
  assert.deepEqual(answers.toSend(), { phone: 'NONE' });
  answers.take(QUESTIONS.map((one) => (one.id === 'phone' ? { ...one, value: 'NONE' } : one)), false);
  answers.type('1');
  assert.deepEqual(answers.toSend(), { phone: '1' });
});

test('date leaves as ISO 8601 and nothing longer than the limit is taken', () => {
  const answers = new FormAnswers();
  answers.take(QUESTIONS, true);
  answers.go(1);
  for (const key of '2026010599') answers.type(key);
  assert.deepEqual(answers.toSend(), { since: '2026-01-05' });
  assert.ok(answers.last);
});

test('refused field is shown, and back from the review opens the wanted question', () => {
  const answers = new FormAnswers();
  answers.take(QUESTIONS, true);
  answers.go(1);
  answers.reject([{ id: 'phone', code: 'NOT_DIGITS', limit: 11 }]);
  assert.equal(answers.current.id, 'phone');
  assert.equal(answers.error.code, 'NOT_DIGITS');
  answers.want('since');
  answers.take(QUESTIONS, true);
  assert.equal(answers.current.id, 'since');
  assert.ok(answers.correcting);
});

test('PIN leaves once and is forgotten', () => {
  const staff = new StaffCheck();
  staff.stage = 'badge';
  for (const key of '1024x') staff.type(key);
  staff.stage = 'pin';
  for (const key of '13579') staff.type(key);
  assert.deepEqual(staff.takeBody(), { badge: '1024', pin: '13579' });
  assert.equal(staff.pinLength, 0);
});

test('pages are filled without splitting a block', () => {
  assert.deepEqual(fillPages([100, 100, 100], 10, 210), [[0, 2], [2, 3]]);
  assert.deepEqual(fillPages([500, 10], 10, 210), [[0, 1], [1, 2]]);
  assert.deepEqual(fillPages([], 10, 210), [[0, 0]]);
});

test('English is cut at more letters, since a word has more of them', () => {
  const sentence = 'They are encrypted on this machine and sent; afterwards nothing is kept here at all.';
  assert.deepEqual(paragraphs(`${sentence} ${sentence}`), [`${sentence} ${sentence}`]);
  assert.equal(paragraphs(`${sentence} `.repeat(4)).length, 2);
});

test('long paragraphs are cut after a sentence and nothing is lost', () => {
  const text = `${'一句话很长很长很长很长。'.repeat(30)}\n短。`;
  const parts = paragraphs(text);
  assert.ok(parts.every((part) => part.length <= 100 && part.endsWith('。')));
  assert.equal(parts.join(''), text.replace('\n', ''));
});

test('browser keys are forbidden, typing is not', () => {
  const key = (name, more = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...more });
  for (const name of ['F1', 'F12', 'Escape', 'ContextMenu', 'BrowserHome', 'PrintScreen']) assert.ok(isForbiddenKey(key(name)), name);
  for (const name of ['ctrlKey', 'altKey', 'metaKey']) assert.ok(isForbiddenKey(key('a', { [name]: true })), name);
  for (const name of ['1', 'a', 'Enter', 'Tab', 'ArrowDown', 'Backspace']) assert.ok(!isForbiddenKey(key(name)), name);
});

test('pinyin knows common words first and rare name characters at all', () => {
  const table = pinyinTable();
  assert.equal([...table.xi][0], '系');
  for (const [syllable, character] of Object.entries({ zhe: '喆', yu: '彧', yan: '䶮', kun: '堃', yao: '垚', nv: '女', lv: '绿' })) {
    assert.ok(table[syllable].includes(character), `${character} under ${syllable}`);
  }
  assert.ok(new Set(Object.values(table).join('')).size > 20_900);
});

test('27 what the camera asks for is shown at once, then changes after three seconds at the soonest', () => {
  let now = 10_000;
  const pace = new Pace(() => now);
  const shown = [];
  for (const hint of ['CLOSER', 'BACK', null, 'LOOK', 'LOOK', 'LOOK', null, null, null]) {
    shown.push(pace.of(hint));
    now += 750;
  }
  assert.deepEqual(shown, ['CLOSER', 'CLOSER', 'CLOSER', 'CLOSER', 'LOOK', 'LOOK', 'LOOK', 'LOOK', null]);
});
