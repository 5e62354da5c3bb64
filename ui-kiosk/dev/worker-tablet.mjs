import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { WorkerRuntime } from './worker-runtime.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--force-color-profile=srgb', '--mute-audio', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
export const SHAPES = { landscape: { width: 1280, height: 800 }, portrait: { width: 800, height: 1280 } };

/** A 10-inch tablet: a headless Chromium with a pretended camera, showing the worker's face. */
export class Tablet {
  runtime = new WorkerRuntime();
  complaints = [];

  static async start() {
    const tablet = new Tablet();
    tablet.profile = mkdtempSync(join(tmpdir(), 'kiosk-tablet-'));
    tablet.url = await tablet.runtime.listen();
    tablet.browser = await puppeteer.launch({
      executablePath: process.env.KIOSK_CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      args: [...FLAGS, `--user-data-dir=${tablet.profile}`],
      defaultViewport: { ...SHAPES.landscape, hasTouch: true },
    });
    tablet.page = await tablet.browser.newPage();
    tablet.page.on('pageerror', (error) => tablet.complaints.push(String(error)));
    tablet.page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) tablet.complaints.push(message.text());
    });
    return tablet;
  }

  async stop() {
    await this.browser.close();
    await this.runtime.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  shape(name) {
    return this.page.setViewport({ ...SHAPES[name], hasTouch: true });
  }

  async open() {
    await this.page.goto(this.url);
    await this.settled('sign-in');
  }

  async signIn() {
    await this.open();
    await this.enter();
  }

  /** Badge and PIN on the page that is shown. */
  async enter() {
    await this.keys('1024');
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('[data-stage=pin]');
    await this.keys('482913');
    await this.page.keyboard.press('Enter');
    await this.settled('today');
  }

  /** The tablet is carried there. */
  async walkTo(latitude, longitude) {
    await this.browser.defaultBrowserContext().overridePermissions(new URL(this.url).origin, ['geolocation', 'camera', 'microphone']);
    await this.page.setGeolocation({ latitude, longitude, accuracy: 8 });
  }

  async keys(text) {
    for (const key of text) await this.page.keyboard.press(key);
  }

  async press(selector) {
    const element = await this.page.waitForSelector(selector);
    await element.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await this.patiently();
    await this.page.$eval(selector, (one) => one.click());
  }

  /** A third of a second between presses, as the gate wants it. */
  patiently() {
    return new Promise((resolve) => setTimeout(resolve, 320));
  }

  async settled(name) {
    await this.page.waitForFunction((wanted) => document.querySelector('main')?.dataset.page === wanted, { polling: 'raf', timeout: 20_000 }, name);
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  until(predicate, ...values) {
    return this.page.waitForFunction(predicate, { polling: 20, timeout: 20_000 }, ...values);
  }

  named(name) {
    return this.runtime.log.filter((entry) => entry.name === name);
  }
}

/** How to get to each page from the first. */
export const roads = {
  today: async () => undefined,
  houses: (tablet) => tablet.press('[data-tab=houses]').then(() => tablet.settled('houses')),
  newHouse: async (tablet) => {
    await roads.houses(tablet);
    await tablet.press('[data-action=new-house]');
    await tablet.settled('visit');
  },
  visit: async (tablet) => {
    await roads.houses(tablet);
    await tablet.press('[data-house=H1]');
    await tablet.settled('visit');
  },
  person: async (tablet) => {
    await roads.visit(tablet);
    await tablet.press('[data-action=person-1]');
    await tablet.settled('person');
  },
  event: async (tablet) => {
    await tablet.press('[data-action=event]');
    await tablet.settled('event');
  },
  form: async (tablet) => {
    await tablet.press('[data-task=T4]');
    await tablet.settled('form');
  },
  result: async (tablet) => {
    await tablet.press('[data-task=T2]');
    await tablet.settled('result');
  },
  sync: (tablet) => tablet.press('[data-tab=sync]').then(() => tablet.settled('sync')),
};
