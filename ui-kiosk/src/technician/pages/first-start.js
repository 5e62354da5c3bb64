import { html, nothing } from 'lit';
import { button } from '../../shared/template.js';
import { fields } from '../typing.js';
import { CODE_LENGTH, inGroups, plain } from './setup-enrolment.js';

/** What stands on the operator's sheet, and what the first technician chooses. */
const FORMS = {
  kioskId: { kind: 'host', most: 32 },
  code: { kind: 'code', most: 19, into: inGroups },
  platform: { kind: 'host', most: 200 },
  badge: { kind: 'word', most: 16 },
  pin: { kind: 'number', most: 12, secret: true },
  again: { kind: 'number', most: 12, secret: true },
};

/**
 * T0: a machine that is nobody yet. Whoever has the operator's sheet becomes its first technician, when the platform
 * confirms the code; the runtime decides that. What was typed is forgotten as soon as it was sent.
 */
export function firstStart(app) {
  const { words, own } = app;
  const first = app.first.asks;
  if (first.over) return over(app);
  const asked = Object.keys(FORMS).filter((name) => !(first[name] && ['kioskId', 'platform'].includes(name)));
  const list = asked.map((name) => field(app, name, FORMS[name]));
  const ready = asked.every((name) => (own[name] ?? '') !== '') && plain(own.code).length === CODE_LENGTH;
  return {
    title: words.text('first.title'),
    body: html`<p class="lead">${words.text(first.believes ? 'first.lead' : 'first.noRoot')}</p>
      ${first.believes ? fields(app, list) : nothing}
      <div class="acts">
        ${button({ action: 'to-sign-in', label: words.text('first.signIn'), press: () => app.first.leave() })}
        ${first.believes ? button({ action: 'begin', label: words.text('first.begin'), kind: 'primary', disabled: !ready, press: () => begin(app) }) : nothing}
      </div>`,
  };
}

/** Cut off half way, or somebody else was first: what there is to do now stands here, and nothing to fill in. */
function over(app) {
  const { words } = app;
  return {
    title: words.text('first.title'),
    body: html`<p class="lead" data-first="over">${words.text('first.over')}</p>
      <div class="acts">${button({ action: 'to-sign-in', label: words.text('first.goOn'), kind: 'primary', press: () => app.first.leave() })}</div>`,
  };
}

function field(app, name, { into = (value) => value, ...form }) {
  const { words, own } = app;
  return {
    id: `first-${name}`, name, ...form, label: words.text(`first.${name}`),
    hint: words.text(`first.hint.${name}`, { n: plain(own.code).length }),
    value: own[name] ?? '', type: (value) => app.set({ [name]: into(value) }),
  };
}

async function begin(app) {
  const { code, kioskId = '', platform = '', badge, pin, again } = app.own;
  if (pin !== again) {
    app.set({ pin: '', again: '' });
    app.say('warn', app.words.text('first.different'));
    return;
  }
  app.set({ code: '', pin: '', again: '' });
  await app.first.begin({ code, kioskId: kioskId.trim(), platform: platform.trim(), badge: badge.trim(), pin });
}
