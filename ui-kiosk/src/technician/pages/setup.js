import { html, nothing } from 'lit';
import { actions, badge, finding, moment } from '../parts.js';
import { devices } from './setup-devices.js';
import { enrolment } from './setup-enrolment.js';
import { network } from './setup-network.js';
import { report } from './setup-report.js';
import { site } from './setup-site.js';
import { trials } from './setup-trials.js';

const STEPS = ['SITE', 'NETWORK', 'TIME', 'ENROLMENT', 'DEVICES', 'TESTS', 'PROGRAM', 'REPORT'];
/** People answer or judge here; there is nothing to look at. */
const WITHOUT_LOOKS = ['SITE', 'TESTS', 'REPORT'];
const BODIES = { SITE: site, NETWORK: network, ENROLMENT: enrolment, DEVICES: devices, TESTS: trials, REPORT: (app) => report(app, STEPS) };

/** T1: eight steps; how far they came is kept by the runtime, also over a power cut. */
export function setup(app) {
  const { words, data } = app;
  if (!data) return { title: words.text('nav.setup'), body: nothing };
  const step = app.own.step ?? STEPS.find((one) => data.steps[one].outcome !== 'PASSED') ?? 'REPORT';
  const index = STEPS.indexOf(step);
  const next = STEPS[index + 1];
  return {
    title: words.text('setup.title', { n: index + 1, step: words.text(`setup.step.${step}`) }),
    body: html`
      ${strip(app, step)}
      <p class="lead">${words.text(`setup.lead.${step}`)}</p>
      ${BODIES[step]?.(app) ?? nothing}
      ${WITHOUT_LOOKS.includes(step) ? nothing : findings(app, step)}
      ${actions(
        index > 0 && { action: 'previous', label: words.text('action.back'), press: () => go(app, STEPS[index - 1]) },
        !WITHOUT_LOOKS.includes(step) && { action: 'check', label: words.text('action.recheck'), press: () => check(app, step) },
        step === 'SITE' && { action: 'save', label: words.text('action.save'), kind: 'primary', press: () => site.save(app).then((saved) => saved && go(app, next)) },
        next && step !== 'SITE' && { action: 'next', label: words.text('action.next'), kind: step === 'ENROLMENT' && data.steps[step].outcome !== 'PASSED' ? 'plain' : 'primary', press: () => go(app, next) },
        step === 'REPORT' && { action: 'accept', label: words.text('setup.accept'), kind: 'primary', press: () => accept(app) },
      )}`,
  };
}

setup.load = (app) => app.load('setup/view');

function strip(app, step) {
  const { words, data } = app;
  return html`<ol class="steps-strip" aria-label=${words.text('setup.steps')}>${STEPS.map((one, at) => {
    const { outcome } = data.steps[one];
    const label = words.text('setup.of', { step: words.text(`setup.step.${one}`), outcome: words.text(`outcome.${outcome}`) });
    return html`<li><button type="button" class="tab" data-step=${one} data-outcome=${outcome} aria-current=${one === step ? 'step' : nothing}
      aria-label=${`${at + 1} ${label}`} @click=${() => go(app, one)}>${badge(outcome, `${at + 1} ${words.text(`setup.step.${one}`)}`)}</button></li>`;
  })}</ol>`;
}

function findings(app, step) {
  const { words, data } = app;
  const { outcome, at, findings: seen } = data.steps[step];
  return html`<section class="seen">
    ${outcome === 'OPEN' ? html`<p>${words.text('setup.notLooked')}</p>` : html`<p>${badge(outcome, words.text(`outcome.${outcome}`))} ${moment(at)}</p>`}
    <ul class="findings">${seen.map((one) => finding(app, one))}</ul>
  </section>`;
}

/** A step is looked at when somebody comes to it, and again when they ask. */
async function go(app, step) {
  app.set({ step, device: undefined, failing: undefined, code: '', password: '', board: null, typing: undefined });
  await app.updateComplete;
  app.querySelector('main h1').focus();
  if (!WITHOUT_LOOKS.includes(step) || step === 'REPORT') await check(app, step);
}

function check(app, step) {
  return app.load('setup/check', { step });
}

function accept(app) {
  return app.load('setup/accept');
}
