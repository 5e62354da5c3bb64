/**
 * What was typed or pasted, as a form takes it: a line's end or a tab is a space, what nobody sees (control characters,
 * marks that turn the direction of writing, halves of a pair) is left out, and no more than `most` characters stay.
 */
export function plainText(text, most = Infinity) {
  const seen = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  if (seen.length <= most) return seen;
  return [...seen].slice(0, most).join('');
}
