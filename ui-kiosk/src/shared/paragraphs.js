const LONGEST = 90;

/** Cuts a text into paragraphs, and long ones after a sentence, so that a page can end between any two. */
export function paragraphs(text) {
  const lines = (Array.isArray(text) ? text : String(text ?? '').split(/\n+/)).map((line) => line.trim());
  return lines.filter(Boolean).flatMap(cut);
}

function cut(line) {
  const parts = [];
  let part = '';
  for (const sentence of line.match(/[^。！？；.!?;]+[。！？；.!?;]*|[。！？；.!?;]+/gu) ?? [line]) {
    if (part !== '' && part.length + sentence.length > LONGEST) {
      parts.push(part);
      part = '';
    }
    part += sentence;
  }
  return [...parts, part];
}
