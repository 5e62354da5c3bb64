import { html } from 'lit';
import '../../shared/components/sign-board.js';
import { button } from '../../shared/template.js';

/** The resident signs. */
export const sign = {
  title: ({ words }) => words.text('visit.sign'),
  body: (app) => html`<kk-sign-board label=${app.words.text('visit.sign')}></kk-sign-board>`,
  actions: (app) => html`<div class="actions">
    ${button({ action: 'from-sign', label: app.words.text('back'), press: () => app.back() })}
    ${button({ action: 'clear-sign', label: app.words.text('keys.clear'), press: () => app.querySelector('kk-sign-board').clear() })}
    ${button({ action: 'signed', label: app.words.text('visit.signDone'), kind: 'primary', press: () => app.signed() })}
  </div>`,
};

/** The strokes as the runtime takes them: x and y by turns, without times. */
export function places(ink) {
  return ink.strokes.map((stroke) => stroke.flatMap(([x, y]) => [x, y])).filter((stroke) => stroke.length > 0);
}
