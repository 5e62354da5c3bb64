import { html, nothing } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { stepOf } from './step.js';

const WORDS = {
  'face-start': 'button.shootAgain',
  print: 'button.printAgain',
  submit: 'button.submitAgain',
  'leave-here': 'button.leaveHere',
  'other-way': 'button.otherWay',
  'use-code': 'button.useCode',
  back: 'button.back',
  end: 'button.endHome',
};
const WORDS_OF_FAULT = {
  'CONSENT_REFUSED back': 'button.readAgain',
  'CARD_EXPIRED card-retry': 'button.otherCard',
  'NOT_AN_ID_CARD card-retry': 'button.otherCard',
  'AGE_OUTSIDE card-retry': 'button.otherCard',
  'AGE_OUTSIDE end': 'button.otherItem',
  'GUARDIAN_NEEDED other-way': 'button.callStaff',
  'STAFF_REFUSED other-way': 'button.typeAgain',
  'ITEM_UNAVAILABLE end': 'button.otherItem',
  'NO_LINE submit': 'button.askAgain',
  'UNANSWERED submit': 'button.askAgain',
  'CODE_REFUSED use-code': 'button.freshCode',
  'CODE_USED use-code': 'button.freshCode',
  'CODE_EXPIRED use-code': 'button.freshCode',
  'CODE_UNKNOWN use-code': 'button.freshCode',
  'SOCIAL_CARD_EXPIRED card-retry': 'button.otherEntry',
};
const PICTURES = { E: 'phone', R: 'problemCard', C: 'problemCard', P: 'problemPaper', F: 'problemFace', D: 'problem' };
const OF_FAULT = {
  CARD_EXPIRED: 'problemCard',
  CODE_REFUSED: 'phone',
  CODE_SCANNER: 'phone',
  SOCIAL_CARD_READER: 'problemCard',
  FACE_MISMATCH: 'problemFace',
  FACE_REVIEW: 'staff',
  STAFF_REFUSED: 'staff',
  GUARDIAN_NEEDED: 'staff',
  CONSENT_REFUSED: 'consent',
  FACE_UNAVAILABLE: 'staff',
  AGE_OUTSIDE: 'problemCard',
  CARD_PICTURE: 'staff',
  FACE_CAMERA: 'staff',
  LIVENESS_UNAVAILABLE: 'staff',
  INFRARED_UNAVAILABLE: 'staff',
  CARD_DATA_INVALID: 'staff',
  CAMERA_LOST: 'problemFace',
};

/** C12: what to do now in at most three steps, the other way, a human; the code small and last. */
export function problem(app) {
  const { words, visit } = app;
  const wrong = visit.fault ?? visit.view.problem ?? { fault: 'OTHER', code: '', actions: ['end'] };
  const known = words.keyed('fault', wrong.fault);
  const last = wrong.attemptsLeft === 0 && words.has(`${known}.last`);
  const key = last ? `${known}.last` : known;
  const picture = OF_FAULT[wrong.fault] ?? PICTURES[wrong.code?.[0]] ?? 'problem';
  return {
    name: 'problem',
    step: visit.view ? stepOf(app) : '',
    title: words.text(`${key}.title`),
    error: true,
    picture: pictures[picture](),
    below: html`<section class="remedy" aria-label=${words.text('problem.doThis')}>
      <ol class="steps">${words.list(`${key}.steps`).map((line) => html`<li>${line}</li>`)}</ol>
      <p class="small">
        ${wrong.attemptsLeft > 0 ? html`<span>${words.text('problem.left', { n: wrong.attemptsLeft })}</span>` : nothing}
        ${wrong.code ? html`<span class="code">${words.text('problem.code', { code: wrong.code })}</span>` : nothing}
      </p>
    </section>`,
    actions: choose(app, wrong),
  };
}

/** The server lists what may be done, the best way first; help is always among the buttons. */
function choose(app, { fault, actions = [] }) {
  const offered = actions.filter((action) => action !== 'end');
  if (!offered.includes('help')) offered.push('help');
  // Without a way on, leaving is the way on.
  if (offered.length === 1 && actions.includes('end') && offered[0] !== actions[0]) offered.unshift('end');
  const [primary, ...others] = offered.slice(0, 3).map((action) => way(app, fault, action));
  others.sort((a, b) => Number(b.action === 'call-staff') - Number(a.action === 'call-staff'));
  const last = others.length - 1;
  return [
    ...others.map((other, index) => ({ ...other, kind: index === last && last > 0 ? 'other' : 'plain' })),
    { ...primary, kind: 'primary' },
  ];
}

function way(app, fault, action) {
  const { words } = app;
  if (action === 'help') return { action: 'call-staff', label: words.text('button.help'), press: () => app.callHelp() };
  const own = fault.startsWith('CODE_') && action === 'card-retry' ? 'button.otherEntry' : undefined;
  const label = words.text(WORDS_OF_FAULT[`${fault} ${action}`] ?? own ?? WORDS[action] ?? 'button.retry');
  if (action !== 'end') return { action, label, press: () => app.act(action) };
  return { action, label, press: () => (fault === 'ITEM_UNAVAILABLE' ? app.backToItems() : app.leave()) };
}
