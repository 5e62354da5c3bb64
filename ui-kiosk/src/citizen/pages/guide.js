import { html } from 'lit';
import '../../shared/components/turner.js';
import { paragraphs } from '../../shared/paragraphs.js';
import { chinese } from '../../shared/template.js';
import { slipLine } from './accepted.js';
import { backAction, stepOf } from './step.js';

/** A LOCAL item: a text to read here and to take home on paper. */
export function guide(app) {
  const { words, visit } = app;
  const { guide: text, accepted } = visit.view;
  const print = { slip: text.slip ?? accepted?.slip, slipFault: text.slipFault ?? accepted?.slipFault };
  const english = words.speaks(text, 'title');
  const again = ['PRINTED', 'FAILED', 'UNKNOWN'].includes(print.slip);
  return {
    name: 'guide',
    step: stepOf(app),
    title: english ? text.titleEn : text.title,
    titleIsData: !english,
    live: slipLine(app, 'guide', print),
    fill: 'text',
    body: html`<kk-turner class="prose" .words=${words} layout=${app.display.key}
      .blocks=${paragraphs(english ? text.paragraphsEn : text.paragraphs).map((part) => html`<p>${english ? part : chinese(words, part)}</p>`)}></kk-turner>`,
    actions: [
      backAction(app, () => app.backToItems()),
      { action: 'finish', label: words.text('button.finish'), kind: 'other', press: () => app.act('continue') },
      {
        action: 'print',
        label: words.text(again ? 'button.printAgain' : 'button.printPage'),
        kind: 'primary',
        press: () => app.act('print'),
      },
    ],
  };
}
