import { html, nothing } from 'lit';
import { icons } from '../shared/icons.js';
import { button } from '../shared/template.js';
import { officialTime } from '../shared/official-time.js';

const SIGNS = { OK: icons.ok, WARN: icons.warn, FAIL: icons.error, PASSED: icons.ok, FAILED: icons.error, OPEN: nothing };
const KINDS = { OK: 'ok', WARN: 'warn', FAIL: 'fail', PASSED: 'ok', FAILED: 'fail', OPEN: 'open' };

/** A sign and a word: never by colour alone. */
export function badge(name, word) {
  return html`<span class="badge ${KINDS[name]}">${SIGNS[name]}<span>${word}</span></span>`;
}

/** One line a finding: what, where, what to do, who acts. */
export function finding(app, one) {
  const { words } = app;
  return html`<li class="finding" data-check=${one.name} data-level=${one.level}>
    ${badge(one.level, words.text(`level.${one.level}`))}
    <span class="finding-text"><b>${one.title}</b> <span>${one.what}</span>
      ${one.advice ? html`<span class="finding-do">→ ${words.text('doctor.who', { who: one.who })}：${one.advice}</span>` : nothing}</span>
  </li>`;
}

/** A moment as people of the site read it. */
export function moment(text) {
  if (!text) return '';
  const at = officialTime(new Date(text));
  return `${at.year}-${at.month}-${at.day} ${at.hour}:${at.minute}`;
}

export function deviceName(app, name) {
  return app.words.has(`device.${name}`) ? app.words.text(`device.${name}`) : name;
}

/** The buttons at the end of a page; the primary one is the last. */
export function actions(...list) {
  return html`<div class="acts">${list.filter(Boolean).map(button)}</div>`;
}
