import { html } from 'lit';
import '../../shared/components/turner.js';
import { paragraphs } from '../../shared/paragraphs.js';
import { chinese } from '../../shared/template.js';
import { stepOf } from './step.js';

/** The whole text of a consent, page by page. */
export function fullText(app) {
  const { words, visit } = app;
  const { title, text } = visit.view.consent;
  const close = () => {
    visit.reading = false;
    app.requestUpdate();
  };
  return {
    name: 'full-text',
    step: stepOf(app),
    title,
    titleIsData: true,
    fill: 'text',
    body: html`<kk-turner class="prose" .words=${words} layout=${app.display.key}
      .blocks=${paragraphs(text).map((part) => html`<p>${chinese(words, part)}</p>`)}></kk-turner>`,
    actions: [
      { action: 'read-done', label: words.text('button.readDone'), kind: 'primary', press: close },
    ],
  };
}
