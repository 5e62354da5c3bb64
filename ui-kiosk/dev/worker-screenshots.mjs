// One PNG of each page of a grid worker, in both shapes of a tablet, and a contact sheet a shape: node dev/worker-screenshots.mjs FOLDER
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contactSheet } from './contact-sheet.mjs';
import { gridOf } from './worker-runtime.mjs';
import { roads, SHAPES, Tablet } from './worker-tablet.mjs';

const out = resolve(process.argv[2] ?? 'target/screenshots-worker');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const tablet = await Tablet.start();
try {
  for (const shape of Object.keys(SHAPES)) {
    await tablet.shape(shape);
    await tablet.open();
    await tablet.page.screenshot({ path: join(out, `${shape}-sign-in.png`) });
    for (const [name, road] of Object.entries(roads)) {
      tablet.runtime.reset();
      await tablet.signIn();
      await road(tablet);
      await tablet.page.screenshot({ path: join(out, `${shape}-${name}.png`) });
    }
    tablet.runtime.worker.houses = gridOf(500);
    await tablet.press('[data-tab=today]');
    await tablet.settled('today');
    await roads.houses(tablet);
    await tablet.page.screenshot({ path: join(out, `${shape}-houses-500.png`) });
    await tablet.page.type('#f-seek', '3-1-2');
    await tablet.page.waitForSelector('[data-house=G84]');
    await tablet.page.screenshot({ path: join(out, `${shape}-houses-found.png`) });
    await tablet.press('[data-action=seek-all]');
    tablet.runtime.reset();
    await tablet.press('[data-tab=today]');
    await tablet.settled('today');
    await roads.visit(tablet);
    for (const [action, name] of [['photo-photo', 'camera'], ['no-photo', 'visit'], ['agree', 'visit'], ['sign', 'sign']]) {
      await tablet.press(`[data-action=${action}]`);
      await tablet.settled(name);
      if (name === 'camera') await tablet.until(() => document.querySelector('video').videoWidth > 0);
      if (name !== 'visit') await tablet.page.screenshot({ path: join(out, `${shape}-${name}.png`) });
    }
    await tablet.walkTo(26.0821, 119.2967);
    await tablet.press('[data-tab=today]');
    await tablet.settled('today');
    await tablet.press('[data-action=patrol]');
    await tablet.until(() => document.querySelector('.facts')?.textContent.includes('已记'));
    await tablet.page.screenshot({ path: join(out, `${shape}-patrol.png`) });
    await tablet.press('[data-action=lock]');
    await tablet.settled('sign-in');
    await tablet.page.screenshot({ path: join(out, `${shape}-patrol-locked.png`) });
    await tablet.signIn();
    await roads.event(tablet);
    await tablet.press('[data-field=text]');
    await tablet.page.waitForSelector('kk-text-board .key');
    await tablet.page.screenshot({ path: join(out, `${shape}-keyboard.png`) });
    await contactSheet(tablet.browser, out, shape, SHAPES[shape]);
    await tablet.page.bringToFront();
  }
  if (tablet.complaints.length > 0) throw new Error(tablet.complaints.join('\n'));
} finally {
  await tablet.stop();
}
