import { html } from 'lit';
import { pictures } from '../../shared/pictures.js';

/** C13: the runtime cannot be reached, is starting, is locked by the platform, or can do nothing. Recovers alone. */
export function outOfService(app) {
  const { words, outage, phone } = app;
  const starting = outage === 'starting';
  return {
    name: 'out',
    title: words.text(starting ? 'out.startingTitle' : 'out.title'),
    lead: outage === 'nothing' ? words.text('out.nothing') : undefined,
    picture: pictures.machine(!starting),
    live: { kind: 'busy', text: words.text('out.live') },
    below: html`<ol class="steps">
      ${words.list(starting ? 'out.startingSteps' : 'out.steps', { phone }).map((line) => html`<li>${line}</li>`)}
    </ol>`,
  };
}
