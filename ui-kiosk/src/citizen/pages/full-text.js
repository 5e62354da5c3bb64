import { html } from 'lit';
import '../../shared/components/turner.js';
import { paragraphs } from '../../shared/paragraphs.js';
import { chinese } from '../../shared/template.js';
import { stepOf } from './step.js';

/** The whole text of a consent, page by page; in English first the translation, then the Chinese, which binds. */
export function fullText(app) {
  const { words, visit } = app;
  const { title, text, english } = visit.view.consent;
  const translated = words.language === 'en' ? english : null;
  const close = () => {
    visit.reading = false;
    app.requestUpdate();
  };
  return {
    name: 'full-text',
    step: stepOf(app),
    title: translated?.title ?? title,
    titleIsData: !translated,
    fill: 'text',
    body: html`<kk-turner class="prose" .words=${words} layout=${app.display.key}
      .blocks=${[...translation(words, visit.view.consent, translated), ...paragraphs(text).map((part) => html`<p>${chinese(words, part)}</p>`)]}></kk-turner>`,
    actions: [
      { action: 'read-done', label: words.text('button.readDone'), kind: 'primary', press: close },
    ],
  };
}

/** The English, and the parts of the Chinese that a Chinese page shows beside its full text. */
function translation(words, { title, uses, givenTo }, translated) {
  if (!translated) return [];
  const list = translated.uses.join(words.text('consent.join'));
  return [
    html`<p>${words.text('consent.uses')}: ${list}</p>`,
    html`<p>${words.text('consent.givenTo')}: ${translated.givenTo}</p>`,
    ...paragraphs(translated.text).map((part) => html`<p>${part}</p>`),
    html`<p data-binding><strong>${words.text('consent.bindsBelow')}</strong></p>`,
    ...[title, uses.join('、'), givenTo].map((part) => html`<p>${chinese(words, part)}</p>`),
  ];
}
