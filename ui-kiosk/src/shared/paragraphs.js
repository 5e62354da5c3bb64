/** Most characters of a paragraph: of Chinese, and of a language of letters. */
const LONGEST = { han: 90, letters: 240 };

/** Cuts a text into paragraphs, and long ones after a sentence, so that a page can end between any two. */
export function paragraphs(text) {
  const lines = (Array.isArray(text) ? text : String(text ?? '').split(/\n+/)).map((line) => line.trim());
  return lines.filter(Boolean).flatMap(cut);
}

function cut(line) {
  const parts = [];
  const longest = /\p{Script=Han}/u.test(line) ? LONGEST.han : LONGEST.letters;
  let part = '';
  for (const sentence of line.match(/[^。！？；.!?;]+[。！？；.!?;]*|[。！？；.!?;]+/gu) ?? [line]) {
    if (part !== '' && part.length + sentence.length > longest) {
      parts.push(part);
      part = '';
    }
    part += sentence;
  }
  return [...parts, part];
}
