import { html } from 'lit';
import '../../shared/components/turner.js';
import { pictures } from '../../shared/pictures.js';
import { said } from '../../shared/template.js';
import { stepOf } from './step.js';

/** The platform's last word on an application, when it cannot be asked: how far, since when, and as of when. */
export function told(app, last) {
  const { words, visit } = app;
  const rows = [
    row(words.text('told.stage'), words.text(words.keyed('told.stages', last.stage))),
    row(words.text('told.since'), moment(words, last.since)),
    row(words.text('told.at'), moment(words, last.at)),
    row(words.text('told.next'), words.text(words.keyed('told.do', last.stage), { phone: app.phone })),
  ];
  return {
    name: 'result',
    step: stepOf(app),
    title: words.text('told.title'),
    lead: html`<p>${said(words, visit.view.item, 'name')}</p>`,
    side: pictures.offline(),
    live: { kind: 'warn', text: words.text('told.live') },
    fill: 'body',
    body: html`<kk-turner .words=${words} layout=${app.display.key} listRole="list" label=${words.text('told.title')}
        .blocks=${rows}></kk-turner>`,
    actions: [
      { action: 'ask-again', label: words.text('button.askAgain'), kind: 'other', press: () => app.act('submit') },
      { action: 'finish', label: words.text('button.finish'), kind: 'primary', press: () => app.act('continue') },
    ],
  };
}

function row(label, value) {
  return html`<div role="listitem" class="row answer">
    <span class="row-text"><span class="row-note">${label}</span><span class="row-name">${value}</span></span></div>`;
}

/** A moment of the hall's clock, "2026-11-21T15:04". */
function moment(words, text) {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(text) ?? [];
  return words.text('told.moment', { year, month: Number(month), day: Number(day), time });
}
