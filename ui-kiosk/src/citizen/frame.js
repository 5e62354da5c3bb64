import { html, nothing } from 'lit';
import '../shared/components/toward.js';
import { icons } from '../shared/icons.js';
import { button, chinese } from '../shared/template.js';
import { clockOf, officialTime } from '../shared/official-time.js';

/**
 * The frame every page sits in, top to bottom: status strip, main (step, title, text, picture, one live
 * line, body, actions), tool bar. What lies above the body is read, what lies below is pressed. On a glass that lies
 * what is read stands on the left, and what is pressed, or looked at, on the right.
 */
export function frame(app, page) {
  const { wide } = app.display;
  const picture = page.picture ? html`<div class="picture">${page.picture}</div>` : nothing;
  const below = page.below ? html`<div class="below">${page.below}</div>` : nothing;
  const rest = html`
    ${page.body ? html`<div class="body">${page.body}</div>` : nothing}
    ${page.actions?.length ? actions(app, page.actions) : nothing}`;
  // A list or keys take the right side whole; else what is acted on goes there with the buttons.
  const right = !wide || page.fill ? null : page.below && !page.look ? 'below' : 'picture';
  return html`
    ${strip(app)}
    <main class="page page-${page.name} fill-${page.fill ?? 'head'}" data-page=${page.name}>
      <div class="head">
        <div class="heading ${page.side ? 'beside' : ''}">
          ${page.side ? html`<div class="side">${page.side}</div>` : nothing}
          ${page.step ? html`<p class="step">${page.step}</p>` : nothing}
          <h1 tabindex="-1">${page.sign ?? nothing}<span>${page.titleIsData ? chinese(app.words, page.title) : page.title}</span></h1>
          ${page.lead ? html`<div class="lead">${page.lead}</div>` : nothing}
        </div>
        ${right === 'picture' ? nothing : picture}
        <div class="live" role="status" aria-live="polite">${lines(app, page)}</div>
        ${right === 'below' ? nothing : below}
      </div>
      ${wide ? html`<div class="work">${right === 'below' ? below : right === 'picture' ? picture : nothing}${rest}</div>` : rest}
    </main>
    ${tools(app)}
  `;
}

/** Most characters of a place name the strip can hold; longer ones give way to the name of the service. */
const LONGEST_SITE = { standard: 18, elder: 10, xl: 12 };

function strip({ kiosk, words, display }) {
  const { hour, minute } = officialTime();
  const fits = kiosk?.site && [...kiosk.site].length <= LONGEST_SITE[display.size];
  return html`<header class="strip">
    <span class="site">${fits ? chinese(words, kiosk.site) : words.text('app.name')}</span>
    <span class="time">${Number(hour)}:${minute}</span>
    ${kiosk?.online === undefined
      ? nothing
      : kiosk.online
        ? html`<span class="net ok">${icons.ok}${words.text('app.online')}</span>`
        : html`<span class="net warn">${icons.warn}${words.text('app.offline')}</span>`}
  </header>`;
}

function lines(app, page) {
  const { visit, words } = app;
  const shown = [];
  if (visit.stumbled && !app.waiting) shown.push(line('warn', words.text('wait.stumbled')));
  else if (page.live) shown.push(line(page.live.kind ?? 'plain', page.live.text, page.live.toward));
  if (app.waiting) shown.push(line('busy', words.text(`wait.${app.waiting}`)));
  if (!visit.helping) shown.push(...called(app));
  if (app.display.voice && !app.guide.works) shown.push(line('warn', words.text('voice.silent')));
  return shown;
}

/** On every other page, how the call for help stands. */
function called({ visit, words, phone, help }) {
  if (visit.calling) return [line('plain', words.text('help.calling'))];
  if (help === null) return [];
  if (help.state === 'CALLING') return [line('call', words.text('help.called', { time: clockOf(help.calledAt), phone }))];
  if (help.state === 'ANSWERED') return [line('call', words.text('help.coming', { time: clockOf(help.expectedAt) }))];
  return [line('call', words.text('help.noCall', { phone }))];
}

const SIGNS = { ok: icons.ok, warn: icons.warn, call: icons.person };

/** `toward` is the place of a part beside the glass that the line speaks of. */
function line(kind, text, toward) {
  return html`<p class="line ${kind}">${SIGNS[kind] ?? nothing}<span>${text}</span>${toward ? html`<kk-toward .place=${toward}></kk-toward>` : nothing}</p>`;
}

function actions(app, list) {
  return html`<div class="actions ${layoutOf(list)}">${list.map(button)}</div>`;
}

function layoutOf(list) {
  if (list.length === 1) return list[0].kind === 'back' ? 'back-only' : 'single';
  if (list.length === 3) return 'back-and-two';
  return list[0].kind === 'back' ? 'back-and-on' : 'split';
}

function tools(app) {
  const { words, display } = app;
  const tool = (name, press, { label = words.text(`tool.${name}`), pressed, lang, speak } = {}) => html`<button
    type="button"
    class="tool"
    data-tool=${name}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    aria-label=${speak ?? nothing}
    lang=${lang ?? nothing}
    @click=${press}
  >${pressed ? icons.ok : nothing}<span>${label}</span></button>`;
  const largest = display.size === 'xl';
  const other = words.language === 'zh' ? 'en' : 'zh-CN';
  return html`<nav class="tools" aria-label=${words.text('tool.bar')}>
    ${tool('size', () => display.nextSize(), {
      label: words.text(largest ? 'tool.sizeLargest' : 'tool.size'),
      pressed: display.size !== 'standard',
    })}
    ${tool('voice', () => display.toggleVoice(), { pressed: display.voice })}
    ${tool('contrast', () => display.toggleBlack(), { pressed: display.black })}
    ${tool('reach', () => display.toggleLow(), { pressed: display.low })}
    ${tool('language', () => display.toggleLanguage(), { lang: other, speak: words.text('tool.languageName') })}
    ${tool('help', () => app.callHelp())}
    ${tool('exit', () => app.leave())}
  </nav>`;
}
