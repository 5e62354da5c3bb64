import { html, nothing } from 'lit';
import { icons } from '../../shared/icons.js';
import { button } from '../../shared/template.js';
import { moment } from '../parts.js';

/** W1: what is to be done, what is half done, and what became of reported events. */
export const today = {
  title: ({ words, today: day }) =>
    day.tasks.length === 0 ? words.text('today.none') : words.text('today.title', { all: day.tasks.length, done: day.done }),

  body(app) {
    const { words, today: day } = app;
    return html`${state(words, day)}${app.patrolling
      ? html`<p class="facts">${icons.ok}<span>${words.text('today.points', { n: app.points })}</span></p>` : nothing}
      <ul class="rows">${day.tasks.map((task, at) => taskRow(app, task, at + 1))}</ul>
      ${begun(app, day)}${events(words, day)}`;
  },

  actions(app) {
    const { words } = app;
    return html`<div class="actions">
      ${button({ action: 'patrol', label: words.text(app.patrolling ? 'today.patrolStop' : 'today.patrol'), press: () => app.patrol() })}
      ${button({ action: 'event', label: words.text('today.event'), press: () => app.begin({ kind: 'EVENT' }) })}
      ${button({ action: 'visit', label: words.text('today.visit'), kind: 'primary', press: () => app.go('houses') })}
    </div>`;
  },
};

function state(words, day) {
  const lines = [];
  if (day.listedAt === '') lines.push(words.text('never'));
  else if (day.stale) lines.push(words.text('stale', { at: moment(day.listedAt) }));
  if (day.damaged > 0) lines.push(words.text('damaged', { n: day.damaged }));
  return lines.map((text) => html`<p class="line warn">${icons.warn}<span>${text}</span></p>`);
}

function taskRow(app, task, number) {
  const { words } = app;
  const due = words.text(`today.due.${task.dueState}`, { day: task.due.slice(5) });
  const notes = [task.note, task.draft && !task.done ? words.text('today.begun') : ''].filter(Boolean).join(' · ');
  return html`<li><button type="button" class="row ${task.done ? 'done' : ''}" data-task=${task.id} @click=${() => app.task(task)}>
    <span class="row-number">${task.done ? icons.ok : number}</span>
    <span class="row-kind">${words.text(`kind.${task.kind}`)}</span>
    <span class="row-text"><span class="row-name">${task.title}</span>${notes ? html`<span class="row-note">${notes}</span>` : nothing}</span>
    <span class="row-due ${task.dueState === 'LATE' ? 'late' : ''}">${task.done ? words.text('today.done') : due}</span>${task.done ? nothing : icons.forward}</button></li>`;
}

function begun(app, day) {
  if (day.drafts.length === 0) return nothing;
  const { words } = app;
  return html`<h2>${words.text('today.drafts')}</h2><ul class="rows">${day.drafts.map(
    (draft) => html`<li><button type="button" class="row" data-draft=${draft.id} @click=${() => (draft.kind === 'PATROL' ? app.finishPatrol(draft.id) : app.open(draft.id))}>
      <span class="row-kind">${words.text(`kind.${draft.kind}`)}</span>
      <span class="row-text"><span class="row-name">${draft.kind === 'PATROL' ? words.text('today.patrolLeft') : draft.title || words.text('today.begun')}</span></span>
      <span class="row-due">${moment(draft.begunAt)}</span>${icons.forward}</button></li>`,
  )}</ul>`;
}

const STAGES = ['COLLECTED', 'ACCEPTED', 'ASSIGNED', 'HANDLED', 'CHECKED', 'CLOSED', 'RATED'];

function events(words, day) {
  if (day.events.length === 0) return nothing;
  return html`<h2>${words.text('today.events')}</h2><ul class="rows">${day.events.map(
    (event) => html`<li class="row flat" data-event=${event.id}>
      <span class="row-kind">${words.text(`event.category.${event.category}`)}</span>
      <span class="row-text"><span class="row-name">${event.title}</span>
        <ol class="life">${STAGES.map((stage) => lifeStep(words, stage, event.stage))}</ol>
        ${event.note ? html`<span class="row-note">${event.note}</span>` : nothing}</span></li>`,
  )}</ul>`;
}

function lifeStep(words, stage, now) {
  const [at, here] = [STAGES.indexOf(stage), STAGES.indexOf(now)];
  return html`<li class=${at < here ? 'past' : at === here ? 'here' : ''} aria-current=${at === here ? 'step' : 'false'}>
    ${at <= here ? icons.ok : nothing}<span>${words.text(`event.stage.${stage}`)}</span></li>`;
}
