// Ratios of the citizen screens over an empty static page in the same browser and run: node dev/bench.mjs [SESSIONS [NAME]]
// Prints lines "ratio <name> <value> <goal>".
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Kiosk } from './browser.mjs';
import { viewOf } from './mock-server.mjs';

const ROUNDS = 40;
const FIRST_PAINTS = 9;
const WARM_SESSIONS = 200;
/** So many looks at the memory, so many sessions apart. */
const LOOKS = 10;
const LOOK_EVERY = 10;
const SESSIONS = Number(process.argv[2] ?? 2_000);

const kiosk = await Kiosk.start();
const { page, runtime } = kiosk;
const empty = await emptyPage();
try {
  const wanted = process.argv[3];
  const measure = async (name, ratio, goal) => (!wanted || wanted === name) && print(name, await ratio(), goal);
  await measure('tap-to-page-p95', tapRatio, 2);
  await measure('first-paint', firstPaintRatio, 2);
  await measure('journey', journeyRatio, 1.5);
  if (SESSIONS > WARM_SESSIONS) await measure('memory', memoryRatio, 1.05);
} finally {
  await kiosk.stop();
  empty.server.close();
}

/** An empty page with a button that puts another word onto it. */
async function emptyPage() {
  const html = `<!doctype html><meta charset="utf-8"><title>x</title><main data-page="0"><h1>x</h1><button>x</button></main>
    <script>let n=0;document.querySelector('button').onclick=()=>{const m=document.querySelector('main');m.dataset.page=++n;m.querySelector('h1').textContent='x'+n}</script>`;
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

/** Milliseconds from a press to the frame that shows another page; runs in the page. */
function tapToPaint(selector) {
  return new Promise((resolve) => {
    const name = () => document.querySelector('main').dataset.page + document.querySelector('h1').textContent;
    const before = name();
    const began = performance.now();
    const look = () => {
      if (name() === before) return requestAnimationFrame(look);
      // The frame after the change has been drawn when the next one begins.
      requestAnimationFrame(() => resolve(performance.now() - began));
    };
    document.querySelector(selector).click();
    requestAnimationFrame(look);
  });
}

async function tapRatio() {
  const ours = [];
  const bare = [];
  const other = await kiosk.browser.newPage();
  await other.goto(empty.url);
  runtime.answer = (action) => void runtime.show(viewOf(action === 'consent' ? 'place-card' : 'consent'));
  for (let round = 0; round < ROUNDS; round++) {
    await page.bringToFront();
    runtime.show(viewOf('consent'));
    await kiosk.settled('consent');
    await kiosk.patiently();
    ours.push(await page.evaluate(tapToPaint, '[data-action=consent-accept]'));
    await other.bringToFront();
    bare.push(await other.evaluate(tapToPaint, 'button'));
  }
  await other.close();
  await page.bringToFront();
  tell(`tap to the next page painted, p95: ${p95(ours).toFixed(1)} ms, empty page ${p95(bare).toFixed(1)} ms`);
  return p95(ours) / p95(bare);
}

async function firstPaintRatio() {
  const ours = [];
  const bare = [];
  for (let round = 0; round < FIRST_PAINTS; round++) {
    bare.push(await firstPaint(empty.url));
    ours.push(await firstPaint(kiosk.url));
  }
  tell(`first paint, median: ${median(ours).toFixed(1)} ms, empty page ${median(bare).toFixed(1)} ms`);
  return median(ours) / median(bare);
}

async function firstPaint(url) {
  const fresh = await kiosk.browser.newPage();
  await fresh.goto(url);
  const millis = await fresh.evaluate(async () => {
    for (;;) {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      if (entry) return entry.startTime;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  await fresh.close();
  return millis;
}

/** One citizen's pages as fast as they can be pressed, over the time the runtime makes her wait. */
async function journeyRatio() {
  const steps = [
    ['consent', '[data-action=consent-accept]', 'place-card', 300],
    ['place-card', null, 'face-consent', 1_500],
    ['face-consent', '[data-action=face-accept]', 'camera', 100],
    ['camera', '[data-action=face-start]', 'confirm', 2_000],
    ['confirm', '[data-action=submit]', 'accepted', 800],
    ['accepted', '[data-action=continue]', 'rating', 100],
    ['rating', '[data-level="5"]', 'take-card', 100],
  ];
  let waited = 0;
  const wait = async (millis) => {
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, millis));
    waited += performance.now() - began;
  };
  let step;
  runtime.answer = async () => {
    await wait(step[3]);
    runtime.show(viewOf(step[2]));
  };
  runtime.show(viewOf('consent'));
  await kiosk.settled('consent');
  const began = performance.now();
  for (step of steps) {
    const [, press, next, millis] = step;
    if (press) await pressWhenTaken(press, next);
    else {
      await wait(millis);
      runtime.show(viewOf(next));
    }
    await kiosk.settled(next);
  }
  const whole = performance.now() - began;
  tell(`journey: ${whole.toFixed(0)} ms, of it waiting for devices and network ${waited.toFixed(0)} ms`);
  return whole / waited;
}

/** The screens hold a second press within half a second back; a citizen presses again. */
async function pressWhenTaken(selector, next) {
  const sent = runtime.log.length;
  for (;;) {
    await kiosk.press(selector);
    await new Promise((resolve) => setTimeout(resolve, 40));
    if (runtime.log.length > sent) return;
    if ((await page.$eval('main', (main) => main.dataset.page)) === next) return;
  }
}

/**
 * What the screens keep from citizen to citizen. The page itself says which page it shows, by one observer: asking it by
 * scripts would measure the scripts, which the browser keeps for as long as it is watched.
 */
async function memoryRatio() {
  runtime.answer = () => undefined;
  const client = await page.createCDPSession();
  const system = await kiosk.browser.target().createCDPSession();
  const shown = await pagesShown(client);
  const heap = async () => {
    for (let i = 0; i < 3; i++) await client.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0 } = await client.send('Runtime.getHeapUsage');
    return { script: usedSize, document: embedderHeapUsedSize, all: usedSize + embedderHeapUsedSize, browser: await browserMemory(system) };
  };
  // The document's half goes up and down by half a megabyte at a time, whatever the number of sessions; what is kept for
  // good shows in the least of several looks.
  const least = (looks) => looks.reduce((one, other) => (other.all < one.all ? other : one));
  const looks = { early: [], late: [] };
  // The browser's own record of every answer, kept for whoever watches, is not the page's.
  await page._client().send('Network.disable');
  for (let session = 1; session <= SESSIONS; session++) {
    const id = session.toString(16).padStart(32, '0');
    for (const name of ['consent', 'place-card', 'form-phone', 'confirm', 'accepted', 'rating']) {
      const view = viewOf(name, { id });
      runtime.show(view);
      await shown(view.page);
    }
    runtime.show(null);
    await shown('attract');
    runtime.log.length = 0;
    kiosk.requests.length = 0;
    if (session % 1_000 === 0) tell(`heap after ${session} sessions: ${JSON.stringify(await heap())}`);
    for (const [when, until] of [['early', WARM_SESSIONS], ['late', SESSIONS]]) {
      const left = until - session;
      if (left >= 0 && left < LOOKS * LOOK_EVERY && left % LOOK_EVERY === 0) looks[when].push(await heap());
    }
  }
  const early = least(looks.early);
  const late = least(looks.late);
  tell(`heap after ${WARM_SESSIONS} sessions: script ${early.script}, document ${early.document} bytes`);
  tell(`heap after ${SESSIONS} sessions: script ${late.script}, document ${late.document} bytes`);
  const leastOf = (when) => Math.min(...looks[when].map(({ browser }) => browser));
  tell(`all of the browser's processes: ${leastOf('early')} and ${leastOf('late')} MiB`);
  print('memory-of-processes', leastOf('late') / leastOf('early'), 1.05);
  return late.all / early.all;
}

/** What all of the browser's processes hold, each shared page once, in MiB. */
async function browserMemory(system) {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const kibibytes = processInfo.map(({ id }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended between the question and the look.
      return 0;
    }
  });
  return Math.round(kibibytes.reduce((sum, one) => sum + one, 0) / 1024);
}

/** Waits for pages by what the page tells of its own accord: (name) → a promise. A bare binding asks nothing back. */
async function pagesShown(client) {
  let now = '';
  let waiting = null;
  await client.send('Runtime.enable');
  await client.send('Runtime.addBinding', { name: 'nowShown' });
  client.on('Runtime.bindingCalled', ({ payload }) => {
    now = payload;
    if (waiting?.name === payload) waiting.done();
  });
  await page.evaluate(() => {
    let told = '';
    const look = () => {
      const name = document.querySelector('main')?.dataset.page ?? '';
      if (name !== told) globalThis.nowShown((told = name));
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-page'] });
    look();
  });
  return (name) =>
    new Promise((resolve, reject) => {
      if (now === name) return resolve();
      const late = setTimeout(() => reject(new Error(`the page ${name} was not shown`)), 30_000);
      waiting = {
        name,
        done: () => {
          clearTimeout(late);
          waiting = null;
          resolve();
        },
      };
    });
}

function p95(values) {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function print(name, value, goal) {
  console.log(`ratio ${name} ${value.toFixed(3)} ${goal}`);
}

function tell(line) {
  console.error(line);
}
