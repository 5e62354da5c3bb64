import { accepted } from './accepted.js';
import { alternative } from './alternative.js';
import { attract } from './attract.js';
import { camera } from './camera.js';
import { confirm } from './confirm.js';
import { consent } from './consent.js';
import { faceConsent } from './face-consent.js';
import { findNumber, findPinyin } from './find.js';
import { form } from './form.js';
import { fullText } from './full-text.js';
import { guide } from './guide.js';
import { help } from './help.js';
import { items } from './items.js';
import { list } from './list.js';
import { materials } from './materials.js';
import { outOfService } from './out-of-service.js';
import { phone } from './phone.js';
import { placeCard } from './place-card.js';
import { problem } from './problem.js';
import { rating } from './rating.js';
import { ratingReason } from './rating-reason.js';
import { result } from './result.js';
import { retrievalConsent, retrieving } from './retrieval.js';
import { showCode } from './show-code.js';
import { sign } from './sign.js';
import { takeCard } from './take-card.js';

const PAGES = {
  attract,
  items,
  list,
  'find-pinyin': findPinyin,
  'find-number': findNumber,
  consent,
  'place-card': placeCard,
  'show-code': showCode,
  'face-consent': faceConsent,
  camera,
  alternative,
  'retrieval-consent': retrievalConsent,
  retrieving,
  form,
  materials,
  phone,
  confirm,
  sign,
  accepted,
  result,
  guide,
  rating,
  'rating-reason': ratingReason,
  'take-card': takeCard,
  problem,
};

/**
 * What to show now. A page is data: name, step, title, lead, picture, live {kind, text, toward: a place beside the glass}, body, below,
 * fill ('head' or 'body' takes the free space), look (the picture is what is acted on), actions in visual order, error, key(name) for a real keyboard,
 * again (milliseconds after which the title is said once more), aloud (also without voice mode), aloudToo
 * (utterances that are then said after the title), signal.
 */
export function pageOf(app) {
  const page = drawn(app);
  const { words, kiosk } = app;
  const parts = [page.title, page.step, kiosk?.site || words.text('app.name')].filter(Boolean);
  const documentTitle = (page.error ? words.text('app.error') : '') + parts.join(' - ');
  return { ...page, documentTitle };
}

function drawn(app) {
  if (app.visit.helping) return help(app);
  if (app.outage) return outOfService(app);
  if (app.visit.reading && app.visit.view?.consent) return fullText(app);
  return (PAGES[app.visit.page] ?? problem)(app);
}

