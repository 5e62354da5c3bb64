// One PNG a page and mode, and a contact sheet a mode: node dev/screenshots.mjs FOLDER [MODE…]
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kiosk } from './browser.mjs';
import { contactSheet } from './contact-sheet.mjs';
import { glassOf, scenes, setMode } from './scenes.mjs';

const MODES = ['standard', 'elder', 'xl', 'black', 'low', 'low+xl', 'en', 'en+xl', 'black+xl', 'lying', 'lying+xl', 'lying+black', 'lying+en', 'tablet', 'tablet-lying'];

const [folder = 'target/screenshots', ...wanted] = process.argv.slice(2);
const out = resolve(folder);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const kiosk = await Kiosk.start();
const failed = [];
try {
  await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  for (const mode of wanted.length > 0 ? wanted : MODES) {
    const taken = [];
    await kiosk.page.setViewport(glassOf(mode));
    for (const [name, open] of Object.entries(scenes)) {
      try {
        await kiosk.reset();
        await setMode(kiosk, mode);
        await open(kiosk);
        await kiosk.page.screenshot({ path: join(out, `${mode}-${name}.png`) });
        taken.push(name);
      } catch (error) {
        failed.push(`${mode} ${name}: ${error.message}`);
        await kiosk.open();
      }
    }
    await contactSheet(kiosk.browser, out, mode, glassOf(mode), taken);
    // A page behind another draws nothing.
    await kiosk.page.bringToFront();
    console.log(`screenshots: ${mode}, ${taken.length} pages`);
  }
} finally {
  await kiosk.stop();
}
if (failed.length > 0) {
  console.error(`not taken:\n${failed.join('\n')}`);
  process.exit(1);
}
console.log(`screenshots: ${out}`);
