import { html, nothing } from 'lit';

/**
 * Text that is data of the kiosk (an item's name, a hint from the catalogue): always shown literally, and
 * marked as Chinese when the page around it is English, so that it is read out in the right language.
 */
export function chinese(words, text) {
  return words.language === 'zh' ? text : html`<span lang="zh-CN">${text}</span>`;
}

/** A text of a data record in the page's language; where it has no English, its Chinese, marked as such. */
export function said(words, record, field) {
  return words.speaks(record, field) ? record[`${field}En`] : chinese(words, record[field] ?? '');
}

/**
 * A number in groups, of four or as its hyphens say, so that it can be read out and never breaks inside a
 * group. The gaps are drawn by the style sheet and are not part of the text.
 */
export function grouped(number) {
  const text = String(number);
  const groups = text.match(text.includes('-') ? /[^-]+-?|-/gu : /.{1,4}/gu) ?? [];
  return html`<span class="grouped">${groups.map((group) => html`<span>${group}</span>`)}</span>`;
}

/** A value of an answer or of the platform's books: a long number in fours and said by its digits, all else as it is. */
export function valueShown(words, text) {
  return /^\d{8,}$/.test(text) ? html`<span data-say="digits">${grouped(text)}</span>` : chinese(words, text);
}

/** The one way a button is made: a real button, one press, a stable name for tests and for speech. */
export function button({ action, label, icon, kind = 'plain', press, disabled = false }) {
  return html`<button
    type="button"
    class="button ${kind}"
    data-action=${action}
    ?data-primary=${kind === 'primary'}
    ?disabled=${disabled}
    @click=${press}
  >${icon ?? nothing}<span>${label}</span></button>`;
}
