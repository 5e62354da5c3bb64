// The device profile (design check 47): arrows point at the parts beside the glass from where they are drawn, and words say the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { inspect } from '../dev/inspect.mjs';
import { MockRuntime, viewOf } from '../dev/mock-server.mjs';
import { setMode } from '../dev/scenes.mjs';
import { Keypad } from '../src/shared/keypad.js';
import { placeOf, sideOf } from '../src/shared/front.js';

const GLASSES = { upright: { width: 1080, height: 1920 }, lying: { width: 1920, height: 1080 } };
/** Degrees between the drawn arrow and the way to the part. The design allows 10. */
const MOST = 3;
/** What stands where, in percent of the glass, and what is to be said of it. */
const PROFILES = {
  usual: { CARD: [80, 112, '右下方'], FACE: [50, -4, '上面'], KEYPAD: [50, 112, '下方'] },
  'all at the right': {
    CARD: [112, 60, '右边'], SOCIAL_CARD: [112, 85, '右下方'], CODE: [112, 20, '右上方'], PAPER: [112, 100, '右下方'], FACE: [106, 40, '右边'],
  },
  'all at the left': {
    CARD: [-15, 50, '左边'], SOCIAL_CARD: [-15, 20, '左上方'], CODE: [-15, 95, '左下方'], PAPER: [-10, 70, '左下方'], FACE: [-5, 5, '左上方'],
  },
  'on a shelf': {
    CARD: [50, 115, '下方'], SOCIAL_CARD: [15, 115, '左下方'], CODE: [90, 120, '右下方'], PAPER: [35, 130, '下方'], FACE: [50, 103, '下方'],
  },
  'far above and aside': {
    CARD: [160, 130, '右下方'], SOCIAL_CARD: [-40, 140, '左下方'], CODE: [30, -20, '左上方'], PAPER: [100, 0, '右上方'], FACE: [80, -10, '右上方'],
  },
};
/** Each page with an arrow: the part it speaks of, and the view that opens it. */
const PAGES = {
  'place-card': ['CARD'],
  'place-card-any': ['CARD', 'SOCIAL_CARD'],
  'show-code-waiting': ['CODE'],
  'take-card': ['CARD'],
  'take-card-social': ['SOCIAL_CARD'],
  camera: ['FACE'],
  'accepted-printed': ['PAPER'],
};
let kiosk;
before(async () => {
  kiosk = await Kiosk.start();
  await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
});
after(() => kiosk?.stop());

const frontOf = (profile) => ({
  keypad: 'standard',
  places: Object.fromEntries(Object.entries(PROFILES[profile]).map(([part, [x, y]]) => [part, { x, y }])),
});

for (const [shape, glass] of Object.entries(GLASSES)) {
  for (const mode of ['standard', 'low+xl', 'en+xl']) {
    test(`arrows and words lead to the parts, ${shape}, in mode ${mode}`, { timeout: 240_000 }, async () => {
      await kiosk.page.setViewport(glass);
      const wrong = [];
      for (const profile of Object.keys(PROFILES)) {
        await kiosk.reset();
        await setMode(kiosk, mode);
        for (const [name, parts] of Object.entries(PAGES)) {
          kiosk.runtime.show(viewOf(name), MockRuntime.kiosk({ front: frontOf(profile) }));
          await kiosk.settled(viewOf(name).page);
          const found = await kiosk.page.evaluate(arrows);
          const known = parts.map((part) => PROFILES[profile][part]).filter(Boolean);
          if (found.drawn.length !== known.length) wrong.push(`${profile} ${name}: ${found.drawn.length} arrows for ${known.length} parts`);
          known.forEach(([x, y, side], index) => {
            const off = found.drawn[index] && degreesOff(found.drawn[index], { x: (x / 100) * glass.width, y: (y / 100) * glass.height });
            if (!(off <= MOST)) wrong.push(`${profile} ${name}: ${off?.toFixed(1)}° off`);
            if (/en/.test(mode)) return;
            if (!found.read.includes(side)) wrong.push(`${profile} ${name}: ${side} is not to be read`);
            if (!found.heard.includes(side)) wrong.push(`${profile} ${name}: ${side} is not to be heard`);
          });
          const size = /xl/.test(mode) ? 'xl' : 'standard';
          const broken = await kiosk.page.evaluate(inspect, { size, low: /low/.test(mode), ...glass });
          wrong.push(...broken.map((line) => `${profile} ${name}: ${line}`));
        }
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(kiosk.complaints, []);
    });
  }
}

test('a glass that is turned turns its arrows with it', async () => {
  await kiosk.page.setViewport(GLASSES.upright);
  await kiosk.reset();
  kiosk.runtime.show(viewOf('place-card'));
  await kiosk.settled('place-card');
  await kiosk.page.setViewport(GLASSES.lying);
  await kiosk.until(() => document.querySelector('.work kk-front-map'));
  await kiosk.settled('place-card');
  const { drawn } = await kiosk.page.evaluate(arrows);
  assert.ok(degreesOff(drawn[0], { x: 0.8 * 1920, y: 1.12 * 1080 }) <= MOST);
  await kiosk.page.setViewport(GLASSES.upright);
});

test('without a profile, or with nonsense for one, the page says what it is without a place', async () => {
  for (const front of [undefined, null, {}, { places: null }, { places: { CARD: { x: 'left', y: null } } }, { places: { CARD: { x: 50, y: 50 } } }]) {
    await kiosk.reset();
    kiosk.runtime.show(viewOf('place-card'), MockRuntime.kiosk({ front }));
    await kiosk.settled('place-card');
    assert.equal(await kiosk.text('.lead'), '亮蓝灯、有凹槽的地方。');
    assert.equal((await kiosk.page.evaluate(arrows)).drawn.length, 0);
  }
  assert.deepEqual(kiosk.complaints, []);
});

test('the keypad that is fitted is the one that is understood', async () => {
  await kiosk.reset();
  kiosk.runtime.log.length = 0;
  kiosk.runtime.show(null, MockRuntime.kiosk({ front: { ...frontOf('usual'), keypad: 'audio-nav' } }));
  await kiosk.until(() => document.querySelector('kiosk-app').kiosk.front.keypad === 'audio-nav');
  await kiosk.page.keyboard.press('F13');
  await kiosk.settled('help');
  assert.equal(kiosk.runtime.log.filter(({ path }) => path === '/api/help').length, 1);
});

test('every keypad the runtime may name has a map of keys, and the other way round', () => {
  const java = readFileSync(new URL('../../kiosk-runtime/flow/src/main/java/egov/kiosk/flow/desk/Front.java', import.meta.url), 'utf8');
  const [, names] = /KEYPADS = Set\.of\(([^)]*)\)/.exec(java);
  assert.deepEqual(names.match(/[a-z-]+/g).sort(), Keypad.models.sort());
});

test('sides go by thirds of the glass', () => {
  const sides = { '-5:10': 'UPPER_LEFT', '10:-5': 'UPPER_LEFT', '50:-5': 'ABOVE', '101:33': 'UPPER_RIGHT', '101:34': 'RIGHT', '-1:50': 'LEFT', '33:101': 'LOWER_LEFT', '66:101': 'BELOW', '67:101': 'LOWER_RIGHT' };
  for (const [place, side] of Object.entries(sides)) {
    const [x, y] = place.split(':').map(Number);
    assert.equal(sideOf({ x, y }), side, place);
  }
  assert.equal(placeOf({ front: { places: { CARD: { x: 80, y: 112 } } } }, 'PAPER'), null);
});

function degreesOff({ tail, tip }, part) {
  const way = (from, to) => Math.atan2(to.y - from.y, to.x - from.x);
  const turn = Math.abs(way(tail, tip) - way(tail, part));
  return (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
}

/** Runs in the page: where each arrow begins and ends on the glass, and what is read and heard there. */
function arrows() {
  const drawn = [...document.querySelectorAll('[data-arrow]')].map((arrow) => {
    const [x1, y1, x2, y2] = arrow.dataset.arrow.split(' ').map(Number);
    const on = (x, y) => {
      const point = new DOMPoint(x, y).matrixTransform(arrow.getScreenCTM());
      return { x: point.x, y: point.y };
    };
    return { tail: on(x1, y1), tip: on(x2, y2) };
  });
  const app = document.querySelector('kiosk-app');
  return {
    drawn,
    read: document.querySelector('main').innerText,
    heard: app.guide.wholeScript().map(({ text }) => text).join(' '),
  };
}
