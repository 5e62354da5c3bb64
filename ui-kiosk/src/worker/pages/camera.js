import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { button } from '../../shared/template.js';

const LONGEST_SIDE = 1600;
const QUALITIES = [0.82, 0.6, 0.4];
const LIT_MILLIS = 8_000;
const MOST_BYTES = 900_000;

/** The tablet's own camera; nothing is stored but what the runtime took. */
export const camera = {
  title: ({ words }) => words.text('photos.add'),
  body: (app) => html`${app.noCamera ? html`<p class="line warn" role="alert">${icons.warn}<span>${app.words.text('photos.none')}</span></p>` : nothing}
    <video class="lens" autoplay muted playsinline .srcObject=${app.lens}></video>`,
  actions: (app) => html`<div class="actions">
    ${button({ action: 'no-photo', label: app.words.text('photos.again'), press: () => app.closeCamera() })}
    ${button({ action: 'shoot', label: app.words.text('photos.take'), kind: 'primary', press: () => app.shoot() })}
  </div>`,
};

/** Waits until a lens that was just opened shows something; says that the picture is none when it does not. */
function lit(video) {
  if (video.videoWidth > 0) return undefined;
  return new Promise((ready, dark) => {
    const late = setTimeout(() => dark(Object.assign(new Error('no picture'), { code: 'FIELD_PICTURE' })), LIT_MILLIS);
    video.addEventListener('loadeddata', () => {
      clearTimeout(late);
      ready();
    }, { once: true });
  });
}

/** The picture of a video as JPEG, small enough to be taken; carries no place and no name of a camera. */
export async function jpegOf(video) {
  await lit(video);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const blob = await new Promise((answer) => canvas.toBlob(answer, 'image/jpeg', quality));
    if (blob.size <= MOST_BYTES) return blob;
  }
  return null;
}
