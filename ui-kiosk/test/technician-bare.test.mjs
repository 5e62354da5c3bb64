// A machine that is nobody yet, at its own page: the first technician, the broker, the seal.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Technician } from '../dev/technician-hands.mjs';

let one;
before(async () => {
  one = await Technician.start();
});
after(() => one?.stop());

/** Nobody signs in here: the page asks for the operator's sheet. */
async function bare(first = {}) {
  await one.open('laptop');
  Object.assign(one.script.first, { open: true }, first);
  await one.page.reload();
  await one.page.waitForSelector('main[data-page=first-start]');
}

async function fill(typed) {
  for (const [name, value] of Object.entries(typed)) {
    await one.page.$eval(`#first-${name}`, (field) => field.select());
    await one.page.type(`#first-${name}`, value);
  }
}

const SHEET = { kioskId: 'fz-gl-000042', code: 'ABCD-EFGH-JKMN-PQR*', platform: 'desk.example:8895', badge: '2048', pin: '830264', again: '830264' };

test('the operator’s sheet, a badge and a PIN: whoever has them is the first technician', async () => {
  await bare();
  assert.ok(await one.page.$eval('[data-action=begin]', (button) => button.disabled));
  for (const field of ['pin', 'again']) assert.equal(await one.page.$eval(`#first-${field}`, (input) => input.type), 'password');
  await fill({ ...SHEET, again: '830265' });
  await one.press('[data-action=begin]');
  await one.shows('两次的密码不一样');
  await fill({ pin: '123456', again: '123456' });
  await one.press('[data-action=begin]');
  await one.shows('这个密码不行：不能用连号');
  assert.equal(await one.page.$eval('#first-pin', (field) => field.value), '', 'forgotten once it was sent');
  await fill({ code: 'WRNG-0000-0000-0000', pin: '830264', again: '830264' });
  await one.press('[data-action=begin]');
  await one.shows('平台不认这个登记码');
  await fill({ code: SHEET.code, pin: '830264', again: '830264' });
  await one.press('[data-action=begin]');
  await one.page.waitForSelector('main[data-page=restarting]');
  const { again, ...sent } = SHEET;
  assert.deepEqual(one.kiosk.runtime.log.at(-1), { path: '/api/technician/first-start/begin', body: sent });
});

test('cut off behind the book of staff: it is said what happened and where they go on, and no more is asked', async () => {
  await bare();
  one.script.cutOff = true;
  await fill(SHEET);
  await one.press('[data-action=begin]');
  await one.page.waitForSelector('[data-first=over]');
  await one.shows('身份登记没有做完（登记平台断了）');
  await one.shows('到第4步“身份登记”接着做');
  assert.equal(await one.page.$('.form'), null);
  await one.press('[data-action=to-sign-in]');
  await one.page.waitForSelector('.sign-in');
});

test('a machine that got its technician meanwhile says so, and not “not found”', async () => {
  await bare();
  one.script.first.open = false;
  await fill(SHEET);
  await one.press('[data-action=begin]');
  await one.page.waitForSelector('[data-first=over]');
  await one.shows('这台机器已经有技术员了');
});

test('what the machine knows is not asked for; without a root there is nothing to fill in', async () => {
  await bare({ kioskId: 'fz-gl-000042', platform: 'desk.example:8895' });
  assert.equal(await one.page.$('#first-kioskId'), null);
  assert.equal(await one.page.$('#first-platform'), null);
  await bare({ believes: false });
  await one.shows('不知道该信哪个平台');
  assert.equal(await one.page.$('[data-action=begin]'), null);
  await one.press('[data-action=to-sign-in]');
  await one.page.waitForSelector('.sign-in');
});

test('the broker’s password is sent once, shown never, and what the line came to is said', async () => {
  await one.open('laptop');
  await one.signIn();
  await one.press('[data-step=NETWORK]');
  await one.page.waitForSelector('#broker-address');
  await one.calm();
  await one.page.$eval('#broker-address', (field) => field.select());
  await one.page.type('#broker-address', 'broker.example:8883');
  await one.page.type('#broker-password', 'wrong-one');
  await one.press('[data-action=broker]');
  await one.shows('还没连上消息平台');
  assert.equal(await one.page.$eval('#broker-password', (field) => `${field.type} ${field.value}`), 'password ');
  await one.page.type('#broker-password', 'Gulou-7!');
  await one.press('[data-action=broker]');
  await one.shows('密码正确');
  assert.ok(!(await one.page.content()).includes('Gulou-7!'));
  assert.deepEqual(one.sent('setup/broker').map(({ broker, password }) => [broker, password]), [
    ['broker.example:8883', 'wrong-one'], ['ssl://broker.example:8883', 'Gulou-7!'],
  ]);
});

test('a seal from a stick: the wrong one is refused with why, the right one is in its place', async () => {
  await one.open('laptop');
  await one.signIn();
  await one.press('[data-step=REPORT]');
  await one.page.waitForSelector('[data-seal]');
  await one.calm();
  await one.press('[data-seal$="other.esl"] [data-action=seal]');
  await one.shows('这个印章不能用：是给别的终端做的');
  await one.press('[data-seal$="gulou.esl"] [data-action=seal]');
  await one.shows('印章已装好');
  await one.page.waitForSelector('[data-check=seal][data-level=OK]');
});
