import { html, nothing, svg } from 'lit';
import '../../shared/components/picture-from-api.js';
import '../../shared/components/toward.js';
import { placed, placeOf, sideOf } from '../../shared/front.js';
import { backAction, stepOf } from './step.js';

const PICTURE_MILLIS = 160;

/** C5: the live picture in an oval, one hint at a time, and a way without the face of the same size. */
export function camera(app) {
  const { words, visit } = app;
  const { id, camera: now } = visit.view;
  const lens = placeOf(app.kiosk, 'FACE');
  const looking = now.state === 'LOOKING';
  return {
    name: 'camera',
    step: stepOf(app),
    title: placed(app, 'FACE', 'camera.title'),
    lead: words.text('camera.lead'),
    picture: html`<div class="mirror" data-light=${now.light ?? 'OFF'}>
      ${lens ? html`<kk-toward class="lens" data-side=${sideOf(lens)} .place=${lens}></kk-toward>` : nothing}
      <kk-api-picture .api=${app.api} path=${`/api/sessions/${id}/preview.jpg`} every=${PICTURE_MILLIS}
        alt=${words.text('camera.picture')} waiting=${words.text('camera.wait')}></kk-api-picture>
      ${oval}
    </div>`,
    live: hint(words, now, visit.hints),
    look: true,
    below:
      now.attemptsLeft > 0 && now.attemptsLeft < 3
        ? html`<p class="note">${words.text('camera.left', { n: now.attemptsLeft })}</p>`
        : undefined,
    actions: [
      backAction(app),
      { action: 'other-way', label: words.text('button.noFaceOther'), kind: 'other', press: () => app.act('other-way') },
      {
        action: 'face-start',
        label: words.text('button.shoot'),
        kind: 'primary',
        disabled: looking,
        press: () => app.act('face-start'),
      },
    ],
  };
}

const oval = svg`<svg class="oval" viewBox="0 0 600 720" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
  <path class="veil" fill-rule="evenodd" d="M0 0h600v720h-600z M300 70a205 280 0 1 0 .1 0z" />
  <ellipse class="rim" cx="300" cy="350" rx="205" ry="280" />
</svg>`;

function hint(words, { state, hint: newest, light, ask }, pace) {
  const code = pace.of(newest && newest !== 'NONE' ? newest : null);
  if (ask) {
    return { kind: 'ok', text: words.text(`camera.ask.${ask}`) };
  }
  if (light && light !== 'OFF') {
    return { kind: 'ok', text: words.text('camera.lit') };
  }
  if (state !== 'DONE' && code && words.has(`camera.hint.${code}`)) {
    return { kind: 'warn', text: words.text(`camera.hint.${code}`) };
  }
  return { kind: state === 'READY' ? 'plain' : 'ok', text: words.text(`camera.${state}`) };
}
