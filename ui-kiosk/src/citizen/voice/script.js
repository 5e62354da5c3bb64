// What is said of a page, taken from the page itself: whatever can be seen can be heard, without a second list.

const PIECES = 'h1, h2, p, li, dt, dd, figcaption, textarea, [data-say], [role=img], img';
const CONTROLS = 'button';
const SKIPPED = '[aria-hidden=true], .unseen, [role=status], dialog, .tools';

/** The utterances of everything in `root` that is read, not pressed, in reading order. */
export function readingOf(root, words) {
  const pieces = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      return node.textContent.trim() === '' ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT;
    }
    if (node.matches(SKIPPED) || node.matches(CONTROLS) || !node.checkVisibility()) return NodeFilter.FILTER_REJECT;
    return node.matches(PIECES) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  // A piece is taken whole; loose text is a piece of its own.
  let within = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (within?.contains(node)) continue;
    if (node.nodeType === Node.TEXT_NODE) {
      pieces.push(utterance(node.textContent, node.parentElement, words));
    } else if (node.querySelector(CONTROLS) === null) {
      within = node;
      pieces.push(...partsOf(node, words));
    }
  }
  return pieces.filter(({ text }) => text !== '');
}

/** A piece with marked numbers in it falls into several utterances. */
function partsOf(element, words) {
  const marked = element.matches('[data-say]') ? null : element.querySelector('[data-say], [role=img], img');
  if (marked === null) return [utterance(nameOf(element), element, words)];
  return [...element.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [utterance(child.textContent, element, words)];
    if (child.nodeType !== Node.ELEMENT_NODE || child.matches(SKIPPED)) return [];
    return partsOf(child, words);
  });
}

/** What a control is called, and how it stands: pressed, chosen, which of how many. */
export function controlOf(element, words) {
  const said = [utterance(nameOf(element), element, words)];
  const own = (key, values) => said.push({ text: words.text(`voice.${key}`, values), kind: 'text', lang: langOf(words.language) });
  const place = element.closest('[aria-posinset]');
  if (place) own('place', { n: place.ariaPosInSet, of: place.ariaSetSize });
  if (element.ariaPressed !== null) own(element.ariaPressed === 'true' ? 'on' : 'off');
  if (element.ariaChecked !== null) own(element.ariaChecked === 'true' ? 'chosen' : 'notChosen');
  if (element.disabled) own('disabled');
  return said.map((one) => withClip(one, words));
}

/** The words of an element as a screen reader would name it: labels of pictures within stand for the pictures. */
export function nameOf(element) {
  if (element.ariaLabel) return tidy(element.ariaLabel);
  if (element.matches('img')) return tidy(element.alt);
  if (element.matches('textarea')) return tidy(element.value || element.placeholder);
  if (element.matches('[aria-hidden=true], svg:not([role=img])')) return '';
  const parts = [...element.childNodes].map((node) =>
    node.nodeType === Node.TEXT_NODE ? tidy(node.textContent) : node.nodeType === Node.ELEMENT_NODE ? nameOf(node) : '',
  );
  const block = [...element.children].length > 1 && !element.matches('.grouped');
  return parts.filter(Boolean).join(block ? '，' : '');
}

/** An utterance of a text that stands in an element. */
export function utterance(text, element, words) {
  const lang = langOf(element.closest('[lang]')?.lang ?? words.language);
  const kind = element.closest('[data-say]')?.dataset.say ?? 'text';
  return withClip({ text: tidy(text), lang, kind }, words);
}

function withClip(one, words) {
  const clip = one.kind === 'text' ? words.clipOf(one.text, one.lang) : undefined;
  return clip ? { ...one, clip } : one;
}

function langOf(code) {
  return code.startsWith('en') ? 'en' : 'zh';
}

function tidy(text) {
  return text.replace(/\s+/g, ' ').trim();
}
