import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The longer side of a picture on a sheet, in pixels. */
const LONG = 384;
/** How wide a sheet is, at most. */
const WIDE = 1824;
const GAP = 12;
const CAPTION = 28;

/**
 * The pictures of one mode on one picture, `sheet-MODE.png`, drawn by the same browser: every `MODE-NAME.png` of `folder`,
 * in the order they were taken where `names` says it. `glass` is the size of what they show.
 */
export async function contactSheet(browser, folder, mode, glass, names = namesIn(folder, mode)) {
  const scale = LONG / Math.max(glass.width, glass.height);
  const [width, height] = [glass.width, glass.height].map((side) => Math.round(side * scale));
  const columns = Math.floor((WIDE - GAP) / (width + GAP));
  const rows = Math.ceil(names.length / columns);
  const picture = (name) => {
    const data = readFileSync(join(folder, `${mode}-${name}.png`)).toString('base64');
    return `<figure><img width=${width} height=${height} src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
  };
  const style = `body{margin:${GAP}px;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:${GAP}px;font:16px sans-serif}figure{margin:0}img{display:block;border:1px solid #888}figcaption{height:${CAPTION}px}`;
  const file = join(folder, `${mode}.html`);
  writeFileSync(file, `<!doctype html><style>${style}</style>${names.map(picture).join('')}`);
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: columns * (width + GAP) + GAP, height: rows * (height + CAPTION + 2 + GAP) + GAP });
    await page.goto(`file://${file}`);
    await page.screenshot({ path: join(folder, `sheet-${mode}.png`) });
  } finally {
    await page.close();
    rmSync(file);
  }
}

function namesIn(folder, mode) {
  const own = new RegExp(`^${mode}-(.*)\\.png$`);
  return readdirSync(folder).map((file) => own.exec(file)?.[1]).filter(Boolean).sort();
}
