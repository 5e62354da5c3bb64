import { html } from 'lit';
import '../../shared/components/picture-from-api.js';
import { pictures } from '../../shared/pictures.js';
import { said } from '../../shared/template.js';
import { backAction, stepOf } from './step.js';

/** C7b: a code to scan with one's own telephone, which meets the province and not this machine. */
export function phone(app) {
  const { words, visit } = app;
  const { handover, id } = visit.view;
  const back = { ...backAction(app), label: words.text('button.otherWay'), kind: 'primary' };
  const common = { name: 'phone', step: stepOf(app) };
  if (handover.state === 'FAILED') {
    return {
      ...common,
      title: words.text('phone.failed'),
      picture: pictures.phone(),
      below: html`<ol class="steps">${words.list('phone.failedSteps').map((line) => html`<li>${line}</li>`)}</ol>`,
      actions: [back],
    };
  }
  if (handover.state === 'OPENING') {
    return { ...common, title: words.text('phone.title'), picture: pictures.phone(), live: { kind: 'busy', text: words.text('phone.opening') }, actions: [back] };
  }
  return {
    ...common,
    title: words.text('phone.title'),
    lead: html`<p>${said(words, handover, 'label')}</p>`,
    picture: html`<div class="ticket"><kk-api-picture class="qr" .api=${app.api} path=${`/api/sessions/${id}/qr.svg?n=phone`}
      alt=${words.text('phone.qr')}></kk-api-picture></div>`,
    live: { kind: 'busy', text: words.text('phone.waiting') },
    below: html`<ol class="steps">${words.list('phone.steps').map((line) => html`<li>${line}</li>`)}</ol>`,
    actions: [back],
  };
}
