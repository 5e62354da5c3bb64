import { html, nothing } from 'lit';
import '../../shared/components/number-pad.js';
import '../../shared/components/text-board.js';
import '../../shared/components/turner.js';
import { icons } from '../../shared/icons.js';
import { pictures } from '../../shared/pictures.js';
import { said } from '../../shared/template.js';
import { backAction, stepOf } from './step.js';

const LONG = 14;
const SIDES = { PHONE: pictures.phone, DATE: pictures.calendar };

/** C6: one question a page, with the keys it needs; the server says whether an answer will do. */
export function form(app) {
  const { words, visit } = app;
  const answers = visit.form;
  const question = answers.current;
  const many = answers.questions.length > 1;
  const place = many ? words.text('step.question', { n: answers.index + 1, of: answers.questions.length }) : '';
  const choice = question.kind === 'CHOICE';
  return {
    name: 'form',
    step: [stepOf(app), place].filter(Boolean).join(' · '),
    title: words.pick(question, 'label'),
    titleIsData: !words.speaks(question, 'label'),
    error: answers.error !== null,
    lead: hints(words, question, answers),
    live: scanning(words, answers),
    below: choice ? failure(words, question, answers) : field(words, question, answers),
    side: answers.scan ? pictures.slipScan() : (SIDES[question.kind] ?? pictures.form)(),
    fill: choice ? 'body' : 'keys',
    body: choice ? choices(app, question) : keys(app, question),
    actions: [
      backAction(app, () => (answers.index > 0 && !answers.correcting ? step(app, -1) : app.act('back'))),
      ...reveal(app, question, answers),
      ...noPhone(app, question, answers),
      { action: 'next', label: words.text('button.next'), kind: 'primary', press: () => next(app) },
    ],
    key: (name) => physicalKey(app, question, name),
    ...(question.kind === 'TEXT' ? byKeypad(app) : {}),
  };
}

const SCANS = { REFUSED: 'warn', TAKEN: 'ok' };

/** The slip's code saves typing its number; typing stays as good. */
function scanning(words, { scan }) {
  const kind = SCANS[scan?.state];
  return kind ? { kind, text: words.text(`form.scan.${scan.state}`) } : undefined;
}

/** What the platform filled in stands masked until its owner asks to see it, for some seconds. */
function reveal(app, question, answers) {
  const hidden = question.fromPlatform && !answers.isTyped(question) && String(question.value).includes('*');
  return hidden ? [{ action: 'reveal', label: app.words.text('button.reveal'), kind: 'other', press: () => app.act('reveal') }] : [];
}

/** How the runtime knows the answer of somebody without a mobile phone from one that was forgotten. */
const NO_PHONE = 'NONE';

/** Without a mobile phone the question has an answer too; whether it has, the runtime says. */
function noPhone(app, question, answers) {
  // Beside a number the platform knows, it comes with the first key that takes that number away.
  if (!question.noPhone || answers.valueOf(question) === NO_PHONE || reveal(app, question, answers).length > 0) return [];
  const press = () => {
    answers.choose(NO_PHONE);
    return next(app);
  };
  return [{ action: 'no-phone', label: app.words.text('button.noPhone'), kind: 'other', press }];
}

/** A listener writes with the keypad's digits, everybody else with letters. */
function textKey(app, board, name) {
  if (!board) return false;
  if (!app.display.voice || !/^\d$/.test(name)) return board.press(name);
  sayTap(app, board.tap(name));
  return true;
}

function sayTap(app, { digit, erased, nothing, mode }) {
  if (digit) app.guide.typed(digit);
  else if (erased) app.guide.typed('erase');
  else if (mode) app.guide.tell(app.words.text(`keys.${mode}`));
  else if (nothing) app.guide.tell(app.words.text('voice.noWord'));
}

/** While letters wait for their character, the keypad's keys choose among the candidates. */
function byKeypad(app) {
  const board = () => app.querySelector('kk-text-board');
  return {
    hint: app.words.text('voice.typing'),
    turn: (word) => {
      if (word === 'back' && app.display.voice && board()?.lettersAgain()) {
        app.guide.tell(app.words.text('keys.pinyin'));
        return true;
      }
      if (!board()?.waiting) return false;
      const found = board().choose(word === 'forward' ? 1 : -1);
      app.guide.tell(candidate(app.words, found));
      return true;
    },
    confirm: () => {
      if (!board()?.waiting) return false;
      const taken = board().confirm();
      if (taken) app.guide.tell(app.words.text('voice.taken', { character: taken }));
      return true;
    },
  };
}

function candidate(words, found) {
  if (!found) return words.text('voice.noWord');
  const { n, text: character, word } = found;
  return words.text(word ? 'voice.candidate' : 'voice.candidateAlone', { n, character, word });
}

function hints(words, question, answers) {
  if (answers.scan) return SCANS[answers.scan.state] ? undefined : html`<p>${words.text('form.scan.lead')}</p>`;
  // Why it takes a phone, and where else to go, is more than a hint.
  const hint = question.phoneNeeded ? said(words, question, 'phoneNeeded') : question.hint ? said(words, question, 'hint') : '';
  const kept = !answers.isTyped(question) && Boolean(question.value);
  const extra = kept
    ? words.text(question.fromCard ? 'form.fromCard' : question.fromPlatform ? 'form.fromPlatform' : 'form.keep')
    : question.required
      ? question.kind === 'DATE'
        ? words.text('form.dateHint')
        : question.kind === 'CHOICE'
          ? words.text('form.choose')
          : ''
      : words.text('form.optional');
  return html`
    ${hint && !(kept && question.fromPlatform) ? html`<p>${hint}</p>` : nothing}
    ${extra ? html`<p>${extra}</p>` : nothing}
  `;
}

function field(words, question, answers) {
  const value = answers.valueOf(question);
  const wrong = answers.error !== null;
  return html`<div class="field ${wrong ? 'wrong' : ''}">
    <label class="unseen" for="answer">${said(words, question, 'label')}</label>
    <textarea id="answer" class="readout ${value.length > LONG ? 'long' : ''}" rows="1" readonly
      inputmode="none" autocomplete="off" spellcheck="false" lang="zh-CN" data-say=${isReference(question) ? 'digits' : nothing}
      placeholder=${words.text('keys.placeholder')} .value=${shown(words, question, value)}
      aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'answer-error' : nothing}></textarea>
    ${failure(words, question, answers)}
  </div>`;
}

function failure(words, question, answers) {
  const { error } = answers;
  if (!error) return nothing;
  const n = [...answers.valueOf(question)].length;
  return html`<p id="answer-error" class="error" role="alert">${icons.error}
    <span>${words.text(errorKey(words, question, error, n), { limit: error.limit || question.maxLength, n })}</span></p>`;
}

/** The most exact sentence there is: for the code and the kind of question, for the code, or a general one. */
function errorKey(words, { kind }, { code, limit }, n) {
  if (code === 'NOT_DIGITS' && kind === 'PHONE' && n === limit) return 'form.error.NOT_A_PHONE';
  const exact = `form.error.${code}_${kind}`;
  return words.has(exact) ? exact : words.keyed('form.error', code);
}

function shown(words, question, value) {
  if (question.kind === 'PHONE' && value === NO_PHONE) return words.text('form.noPhone');
  if (question.kind === 'PHONE') return value.replace(/^(.{3})(.{1,4})?(.*)$/, join);
  if (question.kind === 'DATE') return value.replace(/\D/g, '').replace(/^(.{4})(.{1,2})?(.*)$/, join);
  // An acceptance number stands in fours, as it does on the slip it is compared with.
  if (isReference(question) && /^\d+$/.test(value)) return value.match(/.{1,4}/g).join(' ');
  return value;
}

/** The acceptance number on a slip. */
function isReference({ id }) {
  return id === 'reference';
}

function join(_, ...parts) {
  return parts.slice(0, 3).filter(Boolean).join(' ');
}

function choices(app, question) {
  const { words, visit } = app;
  const chosen = visit.form.valueOf(question);
  const pick = (value) => () => {
    visit.form.choose(value);
    app.requestUpdate();
  };
  return html`<kk-turner .words=${words} layout=${app.display.key} listRole="radiogroup" label=${words.pick(question, 'label')}
    .blocks=${question.choices.map(
      (choice) => html`<button type="button" role="radio" class="row choice" data-choice=${choice.value}
        aria-checked=${String(choice.value === chosen)} @click=${pick(choice.value)}>
        <span class="dot">${choice.value === chosen ? icons.ok : nothing}</span>
        <span class="row-name">${said(words, choice, 'label')}</span>
      </button>`,
    )}></kk-turner>`;
}

function keys(app, question) {
  const press = (event) => type(app, event.detail);
  return question.kind === 'TEXT'
    ? html`<kk-text-board .words=${app.words} .api=${app.api} layout=${app.display.key}
        ?handFirst=${app.display.size !== 'standard'} @key=${press}></kk-text-board>`
    : html`<kk-number-pad .words=${app.words} layout=${app.display.key} @key=${press}></kk-number-pad>`;
}

function type(app, key) {
  app.visit.form.type(key);
  app.guide.typed(key);
  app.requestUpdate();
}

function physicalKey(app, question, name) {
  if (question.kind === 'CHOICE') return false;
  if (question.kind === 'TEXT') return textKey(app, app.querySelector('kk-text-board'), name);
  if (/^\d$/.test(name)) type(app, name);
  else if (name === 'Backspace') type(app, 'erase');
  else return false;
  return true;
}

async function next(app) {
  const { form: answers } = app.visit;
  const whole = answers.last || answers.correcting;
  const body = whole ? { values: answers.toSend() } : { values: answers.toSend(), partial: true };
  const taken = await app.act('form', body);
  if (taken && !whole) step(app, 1);
}

function step(app, by) {
  app.visit.form.go(by);
  app.requestUpdate();
}
