import { CALLS, MockRuntime, viewOf, views } from './mock-server.mjs';

const closed = (why) => (item) => ({ ...item, available: false, why });
const show = (name, changes) => async (kiosk) => {
  kiosk.runtime.show(viewOf(name, changes));
  await kiosk.settled(viewOf(name).page);
};

/** Every page there is, by name: how to get there from the first page. */
export const scenes = {
  attract: (kiosk) => kiosk.settled('attract'),
  items: async (kiosk) => {
    await kiosk.press('[data-action=start]');
    await kiosk.settled('items');
  },
  'list-last': async (kiosk) => {
    await scenes.items(kiosk);
    await kiosk.press('[data-tile=ALL]');
    await kiosk.settled('list');
    await kiosk.press('[data-action=page-next]');
    await kiosk.settled('list');
  },
  'list-few': async (kiosk) => {
    await scenes.items(kiosk);
    await kiosk.press('[data-tile=OLD_AGE]');
    await kiosk.settled('list');
  },
  'items-few': async (kiosk) => {
    kiosk.runtime.show(null, MockRuntime.kiosk(), MockRuntime.items().slice(0, 5));
    await scenes.items(kiosk);
  },
  'find-pinyin': async (kiosk) => {
    await scenes.items(kiosk);
    await kiosk.press('[data-action=find-pinyin]');
    await kiosk.settled('find-pinyin');
  },
  'find-pinyin-hits': async (kiosk) => {
    await scenes['find-pinyin'](kiosk);
    await kiosk.type('y');
    await kiosk.settled('find-pinyin');
  },
  'find-pinyin-none': async (kiosk) => {
    await scenes['find-pinyin'](kiosk);
    await kiosk.type('ylzzz');
    await kiosk.settled('find-pinyin');
  },
  'find-number': async (kiosk) => {
    await scenes.items(kiosk);
    await kiosk.press('[data-action=find-number]');
    await kiosk.type('10');
    await kiosk.settled('find-number');
  },
  'find-number-none': async (kiosk) => {
    await scenes['find-number'](kiosk);
    await kiosk.type('77');
    await kiosk.settled('find-number');
  },
  'items-offline': async (kiosk) => {
    const items = MockRuntime.items().map((item) =>
      item.offlineClass === 'ONLINE_ONLY' ? closed('NETWORK_DOWN')(item) : item,
    );
    kiosk.runtime.show(null, MockRuntime.kiosk({ online: false }), items);
    await kiosk.until(() => document.querySelector('.net.warn'));
    await scenes.items(kiosk);
  },
  'full-text': async (kiosk) => {
    await show('consent')(kiosk);
    await kiosk.press('[data-action=read-all]');
    await kiosk.settled('full-text');
  },
  'alternative-badge': async (kiosk) => {
    await scenes['alternative-called'](kiosk);
    await kiosk.press('[data-action=staff-here]');
    await kiosk.type('1024');
    await kiosk.settled('alternative');
  },
  'alternative-pin': async (kiosk) => {
    await scenes['alternative-badge'](kiosk);
    await kiosk.press('[data-action=next]');
    await kiosk.type('135790');
    await kiosk.settled('alternative');
  },
  'form-error': async (kiosk) => {
    kiosk.runtime.answer = (action) => (action === 'form' ? REFUSED : undefined);
    await show('form-phone')(kiosk);
    await kiosk.type('1380000123');
    await kiosk.patiently();
    await kiosk.press('[data-action=next]');
    await kiosk.page.waitForSelector('#answer-error');
    await kiosk.settled('form');
  },
  'form-pinyin': async (kiosk) => {
    await show('form-text')(kiosk);
    await kiosk.press('[data-key=pinyin]');
    await kiosk.type('zhuang');
    await kiosk.settled('form');
  },
  'form-words': async (kiosk) => {
    await show('form-text')(kiosk);
    await kiosk.press('[data-key=pinyin]');
    await kiosk.type('yinhang');
    await kiosk.page.waitForSelector('[data-candidate=银行]');
    await kiosk.settled('form');
  },
  'form-hand': async (kiosk) => {
    await show('form-text')(kiosk);
    await kiosk.press('[data-key=hand]');
    await kiosk.draw('.ink', [[0.2, 0.5, 0.8, 0.5], [0.5, 0.2, 0.5, 0.8]]);
    await kiosk.page.waitForSelector('[data-candidate=吉]');
    await kiosk.settled('form');
  },
  'form-digits': async (kiosk) => {
    await show('form-text')(kiosk);
    await kiosk.press('[data-key=digits]');
    await kiosk.settled('form');
  },
  'form-latin': async (kiosk) => {
    await show('form-text')(kiosk);
    await kiosk.press('[data-key=latin]');
    await kiosk.settled('form');
  },
  'materials-look': async (kiosk) => {
    await show('materials-full')(kiosk);
    await kiosk.press('[data-action=look]');
    await kiosk.settled('materials');
  },
  'sign-short': async (kiosk) => {
    kiosk.runtime.answer = (action) => (action === 'sign' ? TOO_SHORT : undefined);
    await show('sign')(kiosk);
    await kiosk.line('.sign-box', [[100, 100], [110, 104]]);
    await kiosk.patiently();
    await kiosk.press('[data-action=sign]');
    await kiosk.until(() => document.querySelector('.line.warn'));
    await kiosk.settled('sign');
  },
  idle: async (kiosk) => {
    await show('form-phone', { idle: { warnInMillis: 1, endInMillis: 20_001 } })(kiosk);
    await kiosk.page.waitForSelector('kk-idle-dialog dialog[open]', { timeout: 90_000 });
  },
  'alternative-called': async (kiosk) => {
    kiosk.runtime.show(viewOf('alternative-called'), MockRuntime.kiosk({ help: CALLS.CALLING }));
    await kiosk.settled('alternative');
  },
  'take-card-called': async (kiosk) => {
    kiosk.runtime.show(viewOf('take-card'), MockRuntime.kiosk({ help: CALLS.CALLING }));
    await kiosk.settled('take-card');
  },
  'take-card-social-called': async (kiosk) => {
    kiosk.runtime.show(viewOf('take-card-social'), MockRuntime.kiosk({ help: CALLS.CALLING }));
    await kiosk.settled('take-card');
  },
  'help-calling': (kiosk) => call(kiosk, 'CALLING'),
  'help-answered': (kiosk) => call(kiosk, 'ANSWERED'),
  'help-unanswered': (kiosk) => call(kiosk, 'UNANSWERED'),
  'help-no-line': (kiosk) => call(kiosk, 'NO_LINE', null),
  'help-staff': async (kiosk) => {
    await call(kiosk, 'ANSWERED');
    await kiosk.patiently();
    await kiosk.press('[data-action=staff-here]');
    await kiosk.type('1024');
    await kiosk.settled('help-staff');
  },
  unenrolled: async (kiosk) => {
    kiosk.runtime.show(null, { starting: true, unenrolled: true, helpPhone: '12345', elsewhere: '东街站，往前600米' });
    await kiosk.settled('out');
  },
  starting: async (kiosk) => {
    kiosk.runtime.show(null, { starting: true });
    await kiosk.settled('out');
  },
  locked: async (kiosk) => {
    await shut(kiosk, { closures: ['PLATFORM'] });
  },
  'closed-hours': (kiosk) => shut(kiosk, { closures: ['HOURS'], opens: '2031-03-03T08:30' }),
  maintenance: (kiosk) => shut(kiosk, { closures: ['PLATFORM', 'MAINTENANCE'] }),
  'safe-mode': (kiosk) => shut(kiosk, { closures: ['SAFE_MODE'] }),
  'power-low': (kiosk) => shut(kiosk, { closures: ['HOURS', 'POWER'] }),
  nothing: async (kiosk) => {
    kiosk.runtime.show(null, MockRuntime.kiosk(), MockRuntime.items().map(closed('NO_READER')));
    await kiosk.settled('out');
  },
};
for (const name of Object.keys(views)) scenes[name] ??= show(name);

/** A call for help in one of its states, from a form or from the first page. */
async function call(kiosk, state, view = viewOf('form-phone')) {
  kiosk.runtime.answer = (action) => (action === 'help' ? { body: kiosk.runtime.help(CALLS[state]) } : undefined);
  if (view !== null) kiosk.runtime.show(view);
  if (view !== null) await kiosk.settled(view.page);
  await kiosk.patiently();
  await kiosk.press('[data-tool=help]');
  await kiosk.settled('help');
}

async function shut(kiosk, why) {
  kiosk.runtime.show(null, MockRuntime.kiosk({ locked: true, ...why }), MockRuntime.items().map(closed('OUT_OF_SERVICE')));
  await kiosk.settled('out');
}

const REFUSED = {
  status: 422,
  body: { error: { code: 'FORM_REJECTED', fields: [{ id: 'phone', code: 'NOT_DIGITS', limit: 11 }] } },
};

const TOO_SHORT = { status: 422, body: { error: { code: 'SIGNATURE_TOO_SHORT' } } };

const OWN_WORDS = ['name', 'label', 'labelEn', 'hint', 'title', 'givenTo', 'answerIn', 'uses', 'paragraphs', 'text', 'phoneNeeded'];

/** Every fixture with the texts that come from data a third longer, while help is on its way. */
export function longViews() {
  return Object.fromEntries(Object.keys(views).map((name) => [name, longer(viewOf(name))]));
}

function longer(value, grow = false) {
  if (typeof value === 'string') return grow ? value + value.slice(0, Math.ceil(value.length / 3)) : value;
  if (Array.isArray(value)) return value.map((part) => longer(part, grow));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, longer(part, OWN_WORDS.includes(key))]));
}

const TOOLS = { elder: ['size'], xl: ['size', 'size'], black: ['contrast'], low: ['reach'], en: ['language'], voice: ['voice'] };

/** The glasses the pages are looked at on, beside the usual one. */
export const GLASSES = {
  lying: { width: 1920, height: 1080 },
  tablet: { width: 800, height: 1280 },
  'tablet-lying': { width: 1280, height: 800 },
};

/** The glass of a mode such as "lying+xl". */
export function glassOf(mode) {
  return GLASSES[mode.split('+')[0]] ?? { width: 1080, height: 1920 };
}

/** Presses the tools of a mode such as "low+xl" on the first page. */
export async function setMode(kiosk, mode) {
  for (const part of mode.split('+')) {
    for (const tool of TOOLS[part] ?? []) await kiosk.press(`[data-tool=${tool}]`);
  }
}

/** Every page, in two of its states at most; all of the keys'. */
export function fewScenes(most = 2) {
  const seen = new Map();
  const few = Object.entries(scenes).filter(([name]) => {
    const page = name.split('-')[0];
    seen.set(page, (seen.get(page) ?? 0) + 1);
    return (most > 1 && (page === 'form' || page === 'find')) || seen.get(page) <= most;
  });
  return Object.fromEntries(few);
}
