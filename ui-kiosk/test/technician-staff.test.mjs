// Who works here, at the technician's page: technicians look and unlock, administrators with a key card do the rest.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Technician } from '../dev/technician-hands.mjs';

let one;
before(async () => {
  one = await Technician.start();
});
after(() => one?.stop());

async function staff(role) {
  await one.open('laptop');
  one.script.role = role;
  await one.signIn();
  await one.press('[data-nav=staff]');
  await one.page.waitForSelector('[data-badge="1001"]');
  await one.calm();
}

const here = (selector) => one.page.$(selector).then(Boolean);

test('a technician sees who is locked out and lifts it; what takes an administrator is not offered', async () => {
  await staff('TECHNICIAN');
  assert.deepEqual([await here('[data-action=add]'), await here('[data-action=reset]'), await here('[data-action=remove]')], [false, false, false]);
  await one.press('[data-badge="1001"] [data-action=unlock]');
  await one.page.waitForFunction(() => !document.querySelector('[data-action=unlock]'));
  assert.deepEqual(one.sent('staff/unlock').map(({ badge }) => badge), ['1001']);
});

test('an administrator adds somebody: the drawn PIN is shown once, and is gone with the next step', async () => {
  await staff('ADMINISTRATOR');
  await one.shows('管理员 1024');
  assert.ok(await one.page.$eval('[data-action=add]', (button) => button.disabled));
  await one.page.type('#staff-badge', '2048');
  await one.press('[data-role=TECHNICIAN]');
  await one.press('[data-action=add]');
  await one.page.waitForSelector('[data-drawn="2048"]');
  await one.shows('40817263');
  assert.deepEqual(one.sent('staff/add').map(({ badge, role }) => [badge, role]), [['2048', 'TECHNICIAN']]);
  await one.press('[data-badge="2048"] [data-action=remove]');
  assert.equal(one.sent('staff/remove').length, 0, 'asked once more');
  await one.press('[data-badge="2048"] [data-action=remove-sure]');
  await one.page.waitForFunction(() => !document.querySelector('[data-badge="2048"]'));
  assert.ok(!(await one.page.content()).includes('40817263'));
});

test('a key card is put in force by its public key; another text is refused', async () => {
  await staff('ADMINISTRATOR');
  await one.press('[data-badge="1001"] [data-action=card]');
  await one.page.type('#card-key', 'nonsense');
  await one.press('[data-action=add-card]');
  await one.shows('这把公钥不能用');
  await one.page.$eval('#card-key', (area) => area.select());
  await one.page.type('#card-key', '-----BEGIN PUBLIC KEY-----');
  await one.press('[data-action=add-card]');
  await one.shows('fedcba9876543210');
});

test('signing in with a key card: its lines are shown, its answer goes with the PIN, a wrong one begins anew', async () => {
  await one.open('laptop');
  one.script.role = 'ADMINISTRATOR';
  for (const [answer, says] of [['30 46 bb', '工号或密码不对'], ['30 45\n aa', '第1步']]) {
    if (answer.startsWith('30 46')) {
      await one.kiosk.type('1024');
      await one.press('[data-action=next]');
    }
    await one.page.waitForSelector('[data-stage=pin]');
    await one.kiosk.type('135790');
    await one.press('[data-action=card]');
    await one.page.waitForSelector('[data-stage=card]');
    await one.shows('badge 1024');
    await one.page.type('#card-answer', answer);
    await one.press('[data-action=next]');
    await one.shows(says);
  }
  const sent = one.kiosk.runtime.log.filter(({ path }) => path === '/api/access/sign-in').map(({ body }) => body);
  assert.deepEqual(sent.at(-1), { badge: '1024', pin: '135790', nonce: '00'.repeat(32), answer: '3045aa' });
});
