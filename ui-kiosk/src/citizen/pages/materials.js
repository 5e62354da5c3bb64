import { html, nothing } from 'lit';
import '../../shared/components/paper-view.js';
import { pictures } from '../../shared/pictures.js';
import { said } from '../../shared/template.js';
import { settled } from '../paper-desk.js';
import { licenceFace, links, otherWays } from './licence.js';
import { backAction, stepOf } from './step.js';

/** C7: one paper at a time: the table live, the picture just taken, or the pages that were kept. */
export function materials(app) {
  const { words, visit } = app;
  const { papers, view } = visit;
  const paper = papers.current;
  const many = papers.count > 1;
  const place = many ? words.text('materials.place', { n: papers.index + 1, of: papers.count }) : '';
  const shot = view.materials.shot?.material === paper.id ? view.materials.shot : null;
  const face = shot ? fresh(app, shot) : papers.looking ? kept(app, paper) : paper.licence?.used ? spared(app, paper) : table(app, paper);
  return {
    name: 'materials',
    step: [stepOf(app), place].filter(Boolean).join(' · '),
    title: words.text('materials.title', { label: words.pick(paper, 'label') }),
    ...face,
  };
}

/** The licence in place of the paper. */
function spared(app, paper) {
  const { papers } = app.visit;
  return licenceFace(app, paper, {
    back: backAction(app, () => (papers.index > 0 ? step(app, -1) : app.act('back'))),
    next: { action: 'next', label: app.words.text('button.next'), kind: 'primary', press: () => onward(app) },
  });
}

/** The live table, or what stands in its place. */
function table(app, paper) {
  const { words, visit } = app;
  const { camera } = visit.view.materials;
  const lost = camera === 'LOST';
  const away = lost || paper.broughtLater;
  return {
    // Which side of a paper is wanted is of no use where no picture can be taken.
    lead: html`${paper.hint && !lost ? html`<p>${said(words, paper, 'hint')}</p>` : nothing}`,
    picture: away
      ? lost && !paper.broughtLater
        ? pictures.problem()
        : pictures.form()
      : html`<kk-paper-view .api=${app.api} session=${visit.view.id} alt=${words.text('materials.picture')}
          waiting=${words.text('materials.wait')} @seen=${(event) => seen(app, event.detail)}></kk-paper-view>`,
    live: tableLine(words, paper, visit.papers, camera),
    body: links([...(paper.pages.length > 0 ? [keptButton(app, paper)] : []), ...otherWays(app, paper)]),
    actions: tableActions(app, paper, camera),
  };
}

function tableLine(words, paper, papers, camera) {
  if (paper.broughtLater) return { kind: 'ok', text: words.text('materials.later') };
  if (camera === 'LOST') {
    return { kind: 'warn', text: words.text(settled(paper) || paper.later ? 'materials.lostLater' : 'materials.lost') };
  }
  if (camera === 'STARTING') return { kind: 'busy', text: words.text('materials.wait') };
  if (camera === 'TAKING') return { kind: 'busy', text: words.text('materials.taking') };
  return papers.seen
    ? { kind: 'ok', text: words.text('materials.seen') }
    : { kind: 'plain', text: words.text('materials.flat') };
}

function keptButton(app, paper) {
  const look = () => {
    app.visit.papers.looking = paper.pages[0];
    app.requestUpdate();
  };
  return html`<button type="button" class="button plain" data-action="look" @click=${look}>
    <span>${app.words.text('materials.kept', { n: paper.pages.length })}</span></button>`;
}

function tableActions(app, paper, camera) {
  const { words, visit } = app;
  const action = (name, label, press, kind) => ({ action: name, label: words.text(label), press, kind });
  const take = (kind, label = 'button.takePage') => ({
    ...action('page-take', label, () => app.act('page-take', { material: paper.id }), kind),
    disabled: camera !== 'READY',
  });
  const back = backAction(app, () => (visit.papers.index > 0 ? step(app, -1) : app.act('back')));
  const next = (kind, label = 'button.next') => action('next', label, () => onward(app), kind);
  const later = (kind) => action('bring-later', 'button.bringLater', () => bring(app, paper, true), kind);
  const works = camera !== 'LOST';
  if (paper.broughtLater) {
    const now = action('bring-now', 'button.takeNow', () => bring(app, paper, false), 'other');
    return [back, ...(works ? [now] : []), next('primary')];
  }
  if (paper.pages.length > 0) {
    const room = visit.view.materials.room && paper.pages.length < paper.maxPages;
    return [back, ...(room && works ? [take('other', 'button.takeMore')] : []), next('primary')];
  }
  if (!works) {
    if (!paper.required) return [back, next('primary', 'button.withoutIt')];
    if (paper.later) return [back, later('primary')];
    return [back, action('help', 'button.help', () => app.callHelp(), 'primary')];
  }
  if (!paper.required) return [back, next('other', 'button.withoutIt'), take('primary')];
  return paper.later ? [back, later('other'), take('primary')] : [back, take('primary')];
}

/** The picture just taken: good enough, or once more. */
function fresh(app, shot) {
  const { words } = app;
  const flaw = ['NO_EDGES', 'CUT_OFF', 'GLARE', 'BLURRED', 'DARK', 'TOO_SMALL'].find((one) => shot.flaws.includes(one));
  return {
    lead: html`<p>${words.text('materials.look')}</p>`,
    picture: large(app, shot.key),
    live: flaw
      ? { kind: 'warn', text: words.text(`materials.flaw.${flaw}`) }
      : { kind: 'ok', text: words.text('materials.clear') },
    actions: [
      { action: 'page-drop', label: words.text('button.retake'), kind: 'other', press: () => app.act('page-drop') },
      { action: 'page-keep', label: words.text('button.keepPage'), kind: 'primary', press: () => app.act('page-keep') },
    ],
  };
}

/** A page that was kept, large. */
function kept(app, paper) {
  const { words, visit } = app;
  const { papers } = visit;
  const n = paper.pages.indexOf(papers.looking) + 1;
  const done = () => {
    papers.looking = null;
    app.requestUpdate();
  };
  const on = () => {
    papers.lookOn();
    app.requestUpdate();
  };
  const back = backAction(app, done);
  const remove = {
    action: 'page-remove',
    label: words.text('button.removePage'),
    kind: 'other',
    press: () => app.act('page-remove', { page: papers.looking }),
  };
  const last = n === paper.pages.length;
  const primary = last
    ? { action: 'looked', label: words.text('button.keepAll'), kind: 'primary', press: done }
    : { action: 'look-on', label: words.text('button.lookOn'), kind: 'primary', press: on };
  return {
    lead: html`<p>${words.text('materials.page', { n, of: paper.pages.length })}</p>`,
    picture: large(app, papers.looking),
    actions: [back, remove, primary],
  };
}

function large(app, key) {
  const { visit, words, api } = app;
  return html`<div class="table-view"><kk-api-picture .api=${api} path=${`/api/sessions/${visit.view.id}/pages/${key}.jpg`}
    alt=${words.text('materials.photo')} waiting=${words.text('materials.wait')}></kk-api-picture></div>`;
}

function seen(app, now) {
  app.visit.papers.seen = now;
  app.requestUpdate();
}

async function bring(app, paper, later) {
  const taken = await app.act('bring-later', { material: paper.id, later });
  if (taken && later && !app.visit.papers.last) step(app, 1);
}

function onward(app) {
  if (app.visit.papers.last) return app.act('continue');
  return step(app, 1);
}

function step(app, by) {
  app.visit.papers.go(by);
  app.requestUpdate();
}
