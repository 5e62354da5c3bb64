// One PNG a page and mode, and a contact sheet a mode: node dev/screenshots.mjs FOLDER [MODE…]
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kiosk } from './browser.mjs';
import { scenes, setMode } from './scenes.mjs';

const MODES = ['standard', 'elder', 'xl', 'black', 'low', 'low+xl', 'en', 'en+xl', 'black+xl'];
const THUMB = { width: 216, height: 384 };
const COLUMNS = 8;

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
    for (const [name, open] of Object.entries(scenes)) {
      try {
        await kiosk.reset();
        await setMode(kiosk, mode);
        await open(kiosk);
        const file = `${mode}-${name}.png`;
        await kiosk.page.screenshot({ path: join(out, file) });
        taken.push({ name, file });
      } catch (error) {
        failed.push(`${mode} ${name}: ${error.message}`);
        await kiosk.open();
      }
    }
    await sheet(mode, taken);
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

/** All pages of a mode on one picture, drawn by the same browser. */
async function sheet(mode, taken) {
  const page = await kiosk.browser.newPage();
  const rows = Math.ceil(taken.length / COLUMNS);
  await page.setViewport({ width: COLUMNS * (THUMB.width + 12) + 12, height: rows * (THUMB.height + 40) + 12 });
  const picture = ({ name, file }) => {
    const data = readFileSync(join(out, file)).toString('base64');
    return `<figure><img width=${THUMB.width} height=${THUMB.height} src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
  };
  const style = `body{margin:12px;display:grid;grid-template-columns:repeat(${COLUMNS},${THUMB.width}px);gap:12px;font:16px sans-serif}figure{margin:0}img{display:block;border:1px solid #888}`;
  const html = `<!doctype html><style>${style}</style>${taken.map(picture).join('')}`;
  const file = join(out, `${mode}.html`);
  writeFileSync(file, html);
  await page.goto(`file://${file}`);
  await page.screenshot({ path: join(out, `sheet-${mode}.png`) });
  await page.close();
  rmSync(file);
}
