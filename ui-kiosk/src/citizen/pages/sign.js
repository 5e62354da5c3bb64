import { html } from 'lit';
import '../../shared/components/sign-board.js';
import { chinese } from '../../shared/template.js';
import { backAction, stepOf } from './step.js';

/** The second half of C8: what is stood for, a box to sign in, and the equal way without a pen. */
export function sign(app) {
  const { words, visit } = app;
  const { sentence, given } = visit.view.sign;
  return {
    name: 'sign',
    step: stepOf(app),
    title: words.text(given ? 'sign.givenTitle' : 'sign.title'),
    lead: html`<p class="stood-for">${chinese(words, sentence)}</p>
      ${words.language === 'zh' ? '' : html`<p>${words.text('sign.meaning')}</p>`}`,
    live: given ? { kind: 'ok', text: words.text('sign.given') } : line(words, visit),
    body: given ? undefined : board(app),
    actions: given ? [backAction(app), submit(app)] : [backAction(app), confirm(app), signed(app)],
  };
}

function line(words, visit) {
  return visit.inkShort
    ? { kind: 'warn', text: words.text('sign.short') }
    : { kind: 'plain', text: words.text('sign.how') };
}

function board(app) {
  const { words, visit } = app;
  const inked = (event) => {
    visit.inked = event.detail;
    visit.inkShort = false;
    app.requestUpdate();
  };
  return html`<kk-sign-board label=${words.text('sign.box')} @ink=${inked}></kk-sign-board>
    <div class="links erase"><button type="button" class="button plain" data-action="erase"
      @click=${() => app.querySelector('kk-sign-board').clear()}><span>${words.text('button.erase')}</span></button></div>`;
}

function submit(app) {
  return {
    action: 'submit',
    label: app.words.text('button.submit'),
    kind: 'primary',
    press: () => app.act('submit'),
  };
}

function confirm(app) {
  return {
    action: 'assent',
    label: app.words.text('button.assent'),
    kind: 'other',
    press: () => app.actAll([['assent'], ['submit']]),
  };
}

function signed(app) {
  return {
    action: 'sign',
    label: app.words.text('button.signed'),
    kind: 'primary',
    disabled: !app.visit.inked,
    press: () => app.actAll([['sign', app.querySelector('kk-sign-board').ink], ['submit']]),
  };
}
