// DEVELOPMENT ONLY. A technician at a mock runtime: what tests and pictures have in common.
import { Kiosk } from './browser.mjs';
import { TechnicianScript } from './technician-script.mjs';

export const SIZES = { laptop: { width: 1280, height: 800 }, panel: { width: 1080, height: 1920, hasTouch: true } };

export class Technician {
  script = new TechnicianScript();

  static async start() {
    const one = new Technician();
    one.kiosk = await Kiosk.start();
    one.page = one.kiosk.page;
    await one.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    return one;
  }

  stop() {
    return this.kiosk.stop();
  }

  /** A fresh script, nobody signed in, at this size; `hash` as coming from the machine's own glass. */
  async open(size = 'panel', hash = '') {
    this.script = new TechnicianScript();
    this.kiosk.runtime.answer = (action, body) => this.script.answer(action, body);
    this.kiosk.runtime.log.length = 0;
    await this.page.setViewport(SIZES[size]);
    await this.page.goto('about:blank');
    await this.page.goto(`${this.kiosk.url}technician${hash}`);
    await this.page.waitForSelector('.sign-in');
  }

  async signIn(pin = '135790') {
    await this.kiosk.type('1024');
    await this.kiosk.press('[data-action=next]');
    await this.page.waitForSelector('[data-stage=pin]');
    await this.kiosk.type(pin);
    await this.press('[data-action=next]');
    await this.page.waitForSelector('main[data-page=setup] .steps-strip');
    await this.calm();
  }

  async press(selector) {
    await this.calm();
    await this.kiosk.patiently();
    await this.kiosk.press(selector);
  }

  /** A finger, as the glass tells of it. */
  async tap(selector) {
    const found = await this.page.waitForSelector(selector);
    await found.scrollIntoView();
    await found.tap();
  }

  calm() {
    return this.page.waitForFunction(() => !document.querySelector('.line.busy'));
  }

  shows(words) {
    return this.page.waitForFunction((wanted) => document.body.textContent.includes(wanted), {}, words);
  }

  sent(call) {
    return this.kiosk.runtime.log.filter(({ path }) => path === `/api/technician/${call}`).map(({ body }) => body);
  }
}
