import { html } from 'lit';
import { clockOf } from '../../shared/official-time.js';
import { pictures } from '../../shared/pictures.js';
import { go, staffPad } from './staff-pad.js';
import { stepOf } from './step.js';

/**
 * Somebody was called: since when, who comes and when, or which number to ring. Lies over the page it was called
 * from, which is as it was afterwards.
 */
export function help(app) {
  const { visit } = app;
  if (visit.helper.stage !== 'call') return attend(app);
  const { state } = app.help ?? { state: 'CALLING' };
  if (state === 'CALLING') return calling(app);
  return state === 'ANSWERED' ? coming(app) : ring(app, state);
}

function calling(app) {
  const { words, phone, help: call } = app;
  return {
    ...frameOf(app),
    title: words.text('help.callingTitle'),
    lead: call ? words.text('help.callingLead', { time: clockOf(call.calledAt) }) : words.text('help.calling'),
    picture: pictures.staff(),
    live: { kind: 'busy', text: words.text('help.callingLive') },
    below: steps([words.text('help.orPhone', { phone }), words.text('help.orNearby')]),
    actions: waiting(app),
  };
}

function coming(app) {
  const { words, phone, help: call } = app;
  const expected = clockOf(call.expectedAt);
  return {
    ...frameOf(app),
    title: words.text('help.comingTitle'),
    lead: words.text('help.comingLead', { minutes: call.minutes, expected }),
    picture: pictures.staff(),
    live: { kind: 'ok', text: words.text('help.comingLive', { time: clockOf(call.since) }) },
    below: html`<p class="help-number" aria-hidden="true"><span class="number">${expected}</span> ${words.text('help.comingAt')}</p>
      ${steps([words.text('help.orPhone', { phone })])}`,
    actions: waiting(app),
  };
}

/** Nobody comes, or nobody can be told: the number, large, and said to everybody. */
function ring(app, state) {
  const { words, phone, help: call } = app;
  const line = state === 'UNANSWERED';
  return {
    ...frameOf(app),
    aloud: true,
    aloudToo: [{ text: phone, kind: 'digits', lang: words.language }],
    title: words.text(line ? 'help.unansweredTitle' : 'help.noLineTitle'),
    lead: line ? words.text('help.unansweredLead', { time: clockOf(call.calledAt) }) : words.text('help.noLineLead'),
    picture: pictures.phone(),
    below: html`<p class="help-number"><span class="number" data-say="digits">${phone}</span></p>
      ${steps([words.text('help.orNearby')])}`,
    actions: [
      { action: 'call-again', label: words.text('button.callAgain'), kind: 'other', press: () => app.callHelp() },
      { action: 'understood', label: words.text('button.understood'), kind: 'primary', press: () => app.calls.done() },
    ],
  };
}

function waiting(app) {
  const { words, visit } = app;
  return [
    { action: 'no-need', label: words.text('button.noNeed'), kind: 'plain', press: () => app.calls.done() },
    {
      action: 'staff-here',
      label: words.text('button.staffHere'),
      kind: 'other',
      press: () => {
        visit.helperRefused = false;
        go(app, visit.helper, 'badge');
      },
    },
    { action: 'go-on', label: words.text('button.goOn'), kind: 'primary', press: () => app.calls.close() },
  ];
}

/** Whoever came says so with badge and PIN: the call is over, and the audit knows who came. */
function attend(app) {
  const { words, visit } = app;
  return staffPad(app, visit.helper, {
    name: 'help-staff',
    step: stepOf(app),
    lead: words.text(visit.helperRefused ? 'help.staffRefused' : 'help.staffHint'),
    back: { action: 'back', label: words.text('button.back'), kind: 'back' },
    submit: () => app.calls.attend(visit.helper.takeBody()),
  });
}

function frameOf(app) {
  return { name: 'help', step: stepOf(app) };
}

function steps(lines) {
  if (lines.length === 1) return html`<p class="help-note">${lines[0]}</p>`;
  return html`<ol class="steps">${lines.map((line) => html`<li>${line}</li>`)}</ol>`;
}
