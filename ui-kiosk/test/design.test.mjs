// Checks of the design guide that need pictures or the sources themselves (12, 15, 25, 37, 40, 42, 49).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, beforeEach, test } from 'node:test';
import { Kiosk } from '../dev/browser.mjs';
import { viewOf, views } from '../dev/mock-server.mjs';
import { glassOf, scenes, setMode } from '../dev/scenes.mjs';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));

let kiosk;
let eye;
before(async () => {
  kiosk = await Kiosk.start();
  await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  // Pictures are looked at on a page of their own: the kiosk's policy lets none in.
  eye = await kiosk.browser.newPage();
  // A page behind another draws nothing.
  await kiosk.page.bringToFront();
});
after(() => kiosk?.stop());
beforeEach(() => kiosk.reset());

/** A picture of an element and a little around it. */
async function picture(selector, margin = 24) {
  const box = await kiosk.page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
  const clip = { x: Math.max(0, box.x - margin), y: Math.max(0, box.y - margin), width: box.width + 2 * margin, height: box.height + 2 * margin };
  return { box, url: `data:image/png;base64,${await kiosk.page.screenshot({ clip, encoding: 'base64' })}` };
}

/** How many pixels differ between two pictures, and of those how many by at least 3 to 1 in luminance (WCAG 2.2). */
function difference(one, other) {
  return eye.evaluate(
    async (urls) => {
      const [a, b] = await Promise.all(
        urls.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      const light = (data, i) => 0.2126 * channel(data[i]) + 0.7152 * channel(data[i + 1]) + 0.0722 * channel(data[i + 2]);
      const found = { differ: 0, strong: 0 };
      for (let i = 0; i < Math.min(a.length, b.length); i += 4) {
        if (a[i] === b[i] && a[i + 1] === b[i + 1] && a[i + 2] === b[i + 2]) continue;
        found.differ++;
        const [low, high] = [light(a, i), light(b, i)].sort((x, y) => x - y);
        if ((high + 0.05) / (low + 0.05) >= 3) found.strong++;
      }
      return found;
    },
    [one.url, other.url],
  );
}

/** Every kind of thing that can be pressed, once. */
const KINDS = {
  consent: ['[data-action=consent-accept]', '[data-action=consent-refuse]', '[data-action=back]', '[data-tool=help]'],
  items: ['[data-tile=OLD_AGE]', '[data-action=find-pinyin]'],
  'list-few': ['button[data-item]'],
  'form-choice': ['[data-choice]'],
  'form-phone': ['[data-key="5"]'],
  rating: ['[data-level="4"]'],
};

/** What the focus changes around an element, and how long the way around it is. */
async function ringAround(selector) {
  await kiosk.page.$eval('h1', (title) => title.focus());
  const before = await picture(selector);
  await kiosk.page.$eval(selector, (button) => button.focus({ focusVisible: true }));
  const { strong } = await difference(before, await picture(selector));
  return { strong, around: 2 * (before.box.width + before.box.height) };
}

for (const mode of ['standard', 'black', 'lying']) {
  test(`12 the focus is seen around everything that can be pressed in mode ${mode}`, async () => {
    await kiosk.page.setViewport(glassOf(mode));
    try {
      for (const [name, selectors] of Object.entries(KINDS)) {
        await kiosk.reset();
        await setMode(kiosk, mode);
        await scenes[name](kiosk);
        // The keyboard was used, so the ring is shown.
        await kiosk.page.keyboard.press('Tab');
        for (const selector of selectors) {
          // A page that has only just come takes the focus to its heading once more.
          let seen = { strong: 0, around: 1 };
          for (let look = 0; look < 4 && seen.strong < 2 * seen.around; look++) seen = await ringAround(selector);
          const { strong, around } = seen;
          assert.ok(strong >= 2 * around, `${name} ${selector}: ${strong} pixels of a ring around ${around}`);
        }
      }
    } finally {
      await kiosk.page.setViewport(glassOf('standard'));
    }
  });
}

for (const mode of ['standard', 'black']) {
  test(`15 without colour a choice that was made and an answer that is wrong are still told apart in mode ${mode}`, async () => {
    await kiosk.page.emulateVisionDeficiency('achromatopsia');
    try {
      await setMode(kiosk, mode);
      await scenes['form-choice'](kiosk);
      const { value } = views['form-choice'].form.questions.find((question) => question.kind === 'CHOICE').choices[0];
      const before = await picture(`[data-choice="${value}"]`, 0);
      await kiosk.press(`[data-choice="${value}"]`);
      await kiosk.page.waitForSelector(`[data-choice="${value}"][aria-checked=true]`);
      const chosen = await difference(before, await picture(`[data-choice="${value}"]`, 0));
      assert.ok(chosen.strong >= 200, `chosen: ${chosen.strong}`);
      const shown = async (name) => {
        await kiosk.reset();
        await setMode(kiosk, mode);
        await scenes[name](kiosk);
        return picture('#answer', 24);
      };
      const wrong = await difference(await shown('form-phone'), await shown('form-error'));
      assert.ok(wrong.strong >= 200, `wrong: ${wrong.strong}`);
    } finally {
      await kiosk.page.emulateVisionDeficiency('none');
    }
  });

  test(`49 a press is answered by the button itself while it lasts, in mode ${mode}`, async () => {
    for (const [name, selectors] of Object.entries(KINDS)) {
      await kiosk.reset();
      await setMode(kiosk, mode);
      await scenes[name](kiosk);
      for (const selector of selectors) {
        const before = await picture(selector, 0);
        // Touches from outside the browser make nothing :active, whatever the page; a mouse does.
        const { mouse } = kiosk.page;
        await mouse.move(before.box.x + before.box.width / 2, before.box.y + before.box.height / 2);
        await mouse.down();
        await kiosk.page.waitForSelector(`${selector}:active`);
        const { differ } = await difference(before, await picture(selector, 0));
        // Let go beside the button, which is no press.
        await mouse.move(4, 4);
        await mouse.up();
        assert.ok(differ > before.box.width * before.box.height / 2, `${name} ${selector}: ${differ} pixels changed`);
      }
    }
  });
}

test('25 one polite line, empty at first, stays the same element on every page', async () => {
  const line = await kiosk.page.$('[role=status]');
  assert.equal(await line.evaluate((element) => element.textContent.trim()), '');
  for (const name of ['consent', 'place-card-read', 'form-error', 'accepted-printing', 'rating']) {
    await scenes[name](kiosk);
    assert.ok(await line.evaluate((element) => element.isConnected && element === document.querySelector('[role=status]')), name);
  }
});

test('37 nothing repeats by itself: no page has an animation that runs on', async () => {
  await kiosk.page.emulateMediaFeatures([]);
  try {
    for (const name of ['attract', 'place-card', 'camera-looking', 'accepted-printing', 'retrieving', 'phone', 'take-card', 'starting']) {
      await kiosk.reset();
      await scenes[name](kiosk);
      const endless = await kiosk.page.evaluate(() =>
        document.getAnimations().filter((one) => one.effect.getComputedTiming().iterations > 1).map((one) => one.effect.target.className));
      assert.deepEqual(endless, [], name);
    }
  } finally {
    await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  }
});

test('37 nothing on a page that waits changes more than twice a second', { timeout: 60_000 }, async () => {
  await kiosk.page.emulateMediaFeatures([]);
  try {
    for (const name of ['place-card', 'accepted-printing', 'take-card']) {
      await kiosk.reset();
      await scenes[name](kiosk);
      let changes = 0;
      let last = await kiosk.page.screenshot({ encoding: 'base64', type: 'webp', quality: 40 });
      // Five seconds of the page's own clock, as it is drawn.
      const end = performance.now() + 5_000;
      while (performance.now() < end) {
        const now = await kiosk.page.screenshot({ encoding: 'base64', type: 'webp', quality: 40 });
        if (now !== last) changes++;
        last = now;
      }
      assert.ok(changes <= 10, `${name}: ${changes} changes in five seconds`);
    }
  } finally {
    await kiosk.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  }
});

test('40 no gesture is needed: movement is listened to only where one writes or draws', () => {
  const allowed = /(ink-board|sign-board|steady-hand|guards)\.js$/;
  const gesture = /@(pointermove|touch\w+|dblclick|dragstart|wheel|mouse\w+|contextmenu)=|addEventListener\('(pointermove|touch\w+|dblclick|drag\w*|wheel|mouse\w+|contextmenu)'/;
  const files = readdirSync(SOURCES, { recursive: true }).filter((file) => file.endsWith('.js') && !file.startsWith('worker') && !file.startsWith('technician'));
  assert.ok(files.length > 60);
  for (const file of files) {
    if (!allowed.test(file)) assert.doesNotMatch(readFileSync(join(SOURCES, file), 'utf8'), gesture, file);
  }
  for (const file of readdirSync(join(SOURCES, 'styles'))) {
    assert.doesNotMatch(readFileSync(join(SOURCES, 'styles', file), 'utf8'), /:hover[^{]*\{[^}]*(display|visibility|opacity)/, file);
  }
});

test('42 rare characters of names are drawn, each as itself', async () => {
  const names = ['𠮷', '㛃', '䶮', '𠀡'];
  kiosk.runtime.show(viewOf('confirm'));
  await kiosk.settled('confirm');
  const shapes = await kiosk.page.evaluate((characters) => {
    const { fontFamily } = getComputedStyle(document.body);
    const draw = (text) => {
      const canvas = new OffscreenCanvas(80, 80);
      const context = canvas.getContext('2d');
      context.font = `64px ${fontFamily}`;
      context.fillText(text, 4, 64);
      return context.getImageData(0, 0, 80, 80).data.join();
    };
    // A code point nobody gave to anything shows what a missing glyph looks like.
    return [...characters, '\u{3fff0}'].map(draw);
  }, names);
  assert.equal(new Set(shapes).size, names.length + 1, 'one of them looks like nothing or like another');
});
