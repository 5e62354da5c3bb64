import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { MockRuntime, viewOf } from './mock-server.mjs';

const CHROMIUM = process.env.KIOSK_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--autoplay-policy=no-user-gesture-required',
  '--mute-audio',
];

/** A headless Chromium of 1080×1920 on a fresh profile, showing the screens of a mock runtime. */
export class Kiosk {
  runtime = new MockRuntime();
  /** Every address the page asked for. */
  requests = [];
  /** Everything the page complained about. */
  complaints = [];

  static async start() {
    const kiosk = new Kiosk();
    kiosk.profile = mkdtempSync(join(tmpdir(), 'kiosk-ui-'));
    kiosk.url = await kiosk.runtime.listen();
    kiosk.browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      headless: true,
      args: [...FLAGS, `--user-data-dir=${kiosk.profile}`],
      defaultViewport: { width: 1080, height: 1920 },
    });
    kiosk.page = await kiosk.browser.newPage();
    kiosk.page.on('request', (request) => kiosk.requests.push(request.url()));
    kiosk.page.on('pageerror', (error) => kiosk.complaints.push(String(error)));
    kiosk.page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        kiosk.complaints.push(message.text());
      }
    });
    await kiosk.open();
    return kiosk;
  }

  async open() {
    await this.page.goto(this.url);
    await this.page.waitForSelector('main[data-page]');
  }

  async stop() {
    await this.browser.close();
    await this.runtime.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** Nobody is here: the first page, nothing set. */
  async reset() {
    this.runtime.answer = () => undefined;
    if (this.runtime.view === null) {
      // A session that comes and goes wipes whatever was on the screen.
      this.runtime.show(viewOf('rating'), MockRuntime.kiosk(), MockRuntime.items());
      await this.settled('rating');
    }
    this.runtime.show(null, MockRuntime.kiosk(), MockRuntime.items());
    await this.settled('attract');
  }

  /** Presses as a finger would, without the wait a finger needs between two presses. */
  async press(selector) {
    await this.page.waitForSelector(selector);
    await this.page.$eval(selector, (element) => element.click());
  }

  async pressAll(...selectors) {
    for (const selector of selectors) await this.press(selector);
  }

  /** Half a second between presses, as the gate wants it. */
  async patiently() {
    await new Promise((resolve) => setTimeout(resolve, 520));
  }

  /** A stroke with a mouse from point to point, in pixels of the element. */
  async line(selector, points) {
    const box = await (await this.page.waitForSelector(selector)).boundingBox();
    const at = ([x, y]) => [box.x + x, box.y + y];
    await this.page.mouse.move(...at(points[0]));
    await this.page.mouse.down();
    for (const point of points) await this.page.mouse.move(...at(point), { steps: 4 });
    await this.page.mouse.up();
  }

  async type(keys) {
    for (const key of keys) await this.press(`[data-key="${key}"]`);
  }

  /** Draws strokes [x, y, x, y, …] in shares of an element's size, as a finger does. */
  async draw(selector, strokes) {
    const { x, y, width, height } = await (await this.page.waitForSelector(selector)).boundingBox();
    const { mouse } = this.page;
    for (const stroke of strokes) {
      const at = (index) => [x + stroke[index] * width, y + stroke[index + 1] * height];
      await mouse.move(...at(0));
      await mouse.down();
      for (let index = 2; index < stroke.length; index += 2) await mouse.move(...at(index), { steps: 5 });
      await mouse.up();
    }
  }

  /** Waits until this page is drawn and measured. */
  async settled(name) {
    await this.page.waitForFunction(
      (wanted) => document.querySelector('main')?.dataset.page === wanted && !document.querySelector('.measuring') &&
        document.getAnimations().every((animation) => animation.playState === 'finished'),
      { polling: 'raf' },
      name,
    );
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async until(predicate, ...values) {
    await this.page.waitForFunction(predicate, { polling: 20, timeout: 10_000 }, ...values);
  }

  text(selector) {
    return this.page.$eval(selector, (element) => element.textContent.trim());
  }

  /** What `posts` answers, waited for: a press may be on its way to the runtime when the page has changed. */
  async posted(action) {
    for (let look = 0; look < 500 && this.posts(action).length === 0; look++) await new Promise((resolve) => setTimeout(resolve, 20));
    return this.posts(action);
  }

  posts(action) {
    return this.runtime.log.filter((entry) => entry.path.endsWith(`/${action}`));
  }
}
