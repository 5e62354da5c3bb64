import { html, nothing } from 'lit';
import { pictures } from '../../shared/pictures.js';
import { button } from '../../shared/template.js';
import { open, wording } from './consent.js';
import { backAction, stepOf } from './step.js';

/** C3b: the separate consent to use the face. Two ways of the same size and colour, neither preferred. */
export function faceConsent(app) {
  const { words, visit } = app;
  const { consent: asked } = visit.view;
  const { version } = asked;
  const way = (action, accept, label, hint) => html`<button type="button" class="way" data-action=${action}
    @click=${() => app.act('face-consent', { accept, version })}>
    <span class="way-name">${words.text(label)}</span><span class="way-hint">${words.text(hint)}</span>
  </button>`;
  const faceFirst = !app.display.low;
  const ways = [
    way('face-accept', true, 'button.useFace', 'faceConsent.useFaceHint'),
    way('face-refuse', false, 'button.noFace', 'faceConsent.noFaceHint'),
  ];
  return {
    name: 'face-consent',
    step: stepOf(app),
    title: words.text('faceConsent.title'),
    lead: html`<p>${words.text('faceConsent.lead')}</p><p>${words.text('faceConsent.safe')}</p>${wording(app, asked).english ? html`<p data-binding>${words.text('consent.binds')}</p>` : nothing}`,
    picture: pictures.faces(),
    body: html`<div class="ways">${faceFirst ? ways : ways.reverse()}</div>`,
    actions: [
      backAction(app),
      { action: 'read-all', label: words.text('button.readAll'), kind: 'other', press: () => open(app) },
    ],
  };
}
