// Every page in every display mode in a real Chromium: the numbered checks of the design guide, and axe.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from '../dev/axe.mjs';
import { Kiosk } from '../dev/browser.mjs';
import { inspect } from '../dev/inspect.mjs';
import { CALLS, MockRuntime } from '../dev/mock-server.mjs';
import { fewScenes, longViews, scenes, setMode } from '../dev/scenes.mjs';

const MODES = ['standard', 'elder', 'xl', 'black', 'low', 'low+xl', 'en', 'en+xl', 'voice'];
/** The other modes look at every page, in two of its states at most: they differ in colour or in size alone. */
const EVERY_STATE = ['standard', 'low+xl'];
/** What axe finds it finds in every state in the first mode; where words, colours or order are others, in one of each page. */
const AXE_AGAIN = ['elder', 'black', 'low', 'en', 'voice'];
const WITH_AXE = fewScenes(1);

let kiosk;
before(async () => {
  kiosk = await Kiosk.start();
  // Fading in is a matter of another test; here it would only cost time.
  await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
});
after(() => kiosk?.stop());

for (const mode of MODES) {
  test(`every page keeps the rules in mode ${mode}`, { timeout: 240_000 }, async () => {
    const wrong = [];
    for (const [name, open] of Object.entries(EVERY_STATE.includes(mode) ? scenes : fewScenes())) {
      if (name === 'idle' && /elder|xl/.test(mode)) continue;
      await kiosk.reset();
      await setMode(kiosk, mode);
      await open(kiosk);
      const size = /xl/.test(mode) ? 'xl' : /elder/.test(mode) ? 'elder' : 'standard';
      const found = await kiosk.page.evaluate(inspect, { size, low: /low/.test(mode) });
      if (mode === 'standard' || (AXE_AGAIN.includes(mode) && name in WITH_AXE)) found.push(...(await axe(kiosk.page)));
      wrong.push(...found.map((line) => `${mode} ${name}: ${line}`));
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(kiosk.complaints, []);
  });
}

for (const mode of ['standard', 'xl', 'low+xl']) {
  test(`texts a third longer than ours fit in mode ${mode}`, { timeout: 240_000 }, async () => {
    const wrong = [];
    for (const [name, view] of Object.entries(longViews())) {
      await kiosk.reset();
      await setMode(kiosk, mode);
      kiosk.runtime.show(view, MockRuntime.kiosk({ site: '东街街道便民服务中心三号机', help: CALLS.CALLING }));
      await kiosk.settled(view.page);
      const size = /xl/.test(mode) ? 'xl' : 'standard';
      const found = await kiosk.page.evaluate(inspect, { size, low: /low/.test(mode) });
      wrong.push(...found.map((line) => `${mode} ${name}: ${line}`));
    }
    assert.deepEqual(wrong, []);
  });
}
