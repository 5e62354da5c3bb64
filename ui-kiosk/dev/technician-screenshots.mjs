// One PNG of each page of a technician, on the panel and on a laptop, and a contact sheet a size: node dev/technician-screenshots.mjs FOLDER
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contactSheet } from './contact-sheet.mjs';
import { SIZES, Technician } from './technician-hands.mjs';

const out = resolve(process.argv[2] ?? 'target/screenshots-technician');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const one = await Technician.start();
const shoot = (name) => one.page.screenshot({ path: join(out, `${name}.png`) });

const STEPS = ['SITE', 'NETWORK', 'TIME', 'ENROLMENT', 'DEVICES', 'TESTS', 'PROGRAM', 'REPORT'];

async function board(at, selector) {
  await one.tap(selector);
  await one.page.waitForSelector('.sheet .key');
  await shoot(at);
}

/** A machine that is nobody yet, and one that got its technician half way. */
async function firstStart(size) {
  Object.assign(one.script, { cutOff: true }).first.open = true;
  await one.page.reload();
  await one.page.waitForSelector('main[data-page=first-start]');
  await shoot(`${size}-first-start`);
  for (const [name, value] of Object.entries({ kioskId: 'fz-gl-000042', code: 'ABCD-EFGH-JKMN-PQR*', platform: 'desk.example:8895', badge: '2048', pin: '830264', again: '830264' })) {
    await one.page.type(`#first-${name}`, value);
  }
  await one.press('[data-action=begin]');
  await one.page.waitForSelector('[data-first=over]');
  await shoot(`${size}-first-start-over`);
  await one.press('[data-action=to-sign-in]');
  await one.kiosk.type('1024');
  await one.press('[data-action=next]');
  await one.page.waitForSelector('[data-stage=pin]');
  await one.press('[data-action=card]');
  await one.page.waitForSelector('[data-stage=card]');
  await shoot(`${size}-sign-in-card`);
}

async function wizard(size) {
  for (const step of STEPS) {
    await one.press(`[data-step=${step}]`);
    await one.calm();
    await shoot(`${size}-setup-${step.toLowerCase()}`);
    if (step === 'SITE') await board(`${size}-setup-site-board`, '#site-address');
    if (step === 'SITE') await board(`${size}-setup-site-number`, '#site-panelInches');
    if (step === 'ENROLMENT') {
      await board(`${size}-setup-enrolment-board`, '#enrol-code');
      await one.press('[data-action=more]');
      await board(`${size}-setup-enrolment-more`, '#enrol-authority');
    }
    if (step === 'DEVICES') {
      await one.press('[data-device=printer] [data-action=choose]');
      await shoot(`${size}-setup-devices-paths`);
    }
    if (step === 'TESTS') {
      await one.press('[data-device=camera] [data-action=test]');
      await one.page.waitForSelector('.trial-picture');
      await one.press('[data-device=printer] [data-action=fail]');
      await shoot(`${size}-setup-tests-failing`);
      await one.press('[data-action=fault-spare_ordered]');
      await one.press('[data-device=touch-screen] [data-action=test]');
      await one.page.waitForSelector('[data-corner="1"]');
      await shoot(`${size}-setup-tests-touch`);
      for (const device of ['camera', 'id-card-reader', 'touch-screen', 'loudspeaker']) await one.press(`[data-device=${device}] [data-action=pass]`);
    }
    if (step === 'REPORT') {
      await one.press('[data-action=accept]');
      await one.page.waitForSelector('[data-accepted]');
      await shoot(`${size}-setup-accepted`);
    }
  }
}

try {
  for (const size of Object.keys(SIZES)) {
    await one.open(size);
    await shoot(`${size}-sign-in`);
    await firstStart(size);
    await one.open(size);
    one.script.role = 'ADMINISTRATOR';
    await one.signIn();
    await wizard(size);
    for (const page of ['health', 'queue', 'doctor', 'log', 'service', 'staff']) {
      await one.press(`[data-nav=${page}]`);
      await one.calm();
      await shoot(`${size}-${page}`);
    }
    await one.press('[data-badge="1001"] [data-action=reset]');
    await one.page.waitForSelector('[data-drawn]');
    await one.press('[data-badge="1001"] [data-action=card]');
    await shoot(`${size}-staff-card`);
    await one.press('[data-nav=health]');
    await one.page.waitForSelector('[data-supply=toner]');
    await one.press('[data-supply=toner] [data-action=refill]');
    await board(`${size}-health-refill`, '#capacity');
    await one.press('[data-nav=service]');
    await one.calm();
    await one.press('[data-action=close]');
    await one.page.waitForSelector('[data-action=reopen]');
    await shoot(`${size}-service-closed`);
    await one.press('[data-action=restart]');
    await one.press('[data-action=restart-sure]');
    await one.page.waitForSelector('main[data-page=restarting]');
    await shoot(`${size}-restarting`);
    await contactSheet(one.kiosk.browser, out, size, SIZES[size]);
    await one.page.bringToFront();
  }
  if (one.kiosk.complaints.length > 0) throw new Error(one.kiosk.complaints.join('\n'));
} finally {
  await one.stop();
}
console.log(`screenshots: ${out}`);
