import { Unreachable } from '../shared/api.js';
import { LightElement } from '../shared/components/light-element.js';
import { plainText } from '../shared/plain-text.js';
import { PressGate } from '../shared/press-gate.js';
import { whereNow } from './place.js';
import { Saver } from './saver.js';

export const PAGES = { VISIT: 'visit', EVENT: 'event', FORM: 'form', RESULT: 'result' };
/** The field that is no draft's: what is looked for among the households. */
export const SEEK = 'seek';
const DRAFTS = { VISIT: 'VISIT', FORM: 'FORM', CHECK: 'RESULT', REDO: 'RESULT', HANDLE: 'RESULT' };

/** Asks the runtime, keeps what it answered, shows a page, writes drafts. No rule is decided here. */
export class Desk extends LightElement {
  #gate = new PressGate({ holdMillis: 300, held: () => this.#held() });

  /** Drops everything that was shown to whoever was signed in. */
  forget() {
    Object.assign(this, {
      session: null, page: 'today', today: null, houses: [], draft: null, sync: null, place: 0, saver: null, field: null,
      said: '', problem: '', asked: false, discarding: false, shownPage: '', photoWarned: false, handed: '',
      seek: '', turned: new Set(),
    });
  }

  /** A press that a slow answer holds back is not met with silence. */
  #held() {
    if (!this.session) return;
    this.problem = this.words.text('held');
    this.requestUpdate();
  }

  /** Does one thing at a time; what is refused is said in words. */
  async do(work) {
    const { session } = this;
    return this.#gate.pass(async () => {
      this.problem = '';
      try {
        await work();
      } catch (refused) {
        if (session === this.session) this.refused(refused);
      }
      if (this.problem === this.words.text('held')) this.problem = '';
      this.requestUpdate();
    });
  }

  refused(refused) {
    if (!this.session) return;
    const code = refused instanceof Unreachable ? 'UNREACHABLE' : (refused.code ?? 'OTHER');
    this.problem = code === 'NO_GRID' ? this.words.text('noGrid') : this.words.text(this.words.keyed('error', code));
    this.requestUpdate();
  }

  /** What is answered after the screen was locked is nobody's any more, and least of all the next one's. */
  async ask(name, body = {}, waitMillis) {
    const { session } = this;
    const answer = await this.askOf(session, name, body, waitMillis);
    this.still(session);
    if (answer.draft) this.take(answer.draft);
    return answer;
  }

  /** Ends a work whose worker left while it waited. */
  still(session) {
    if (session !== this.session) throw new Error('locked meanwhile');
  }

  /** Asks for somebody, and takes nothing of the answer for what is on the screen. */
  async askOf(session, name, body, waitMillis) {
    return (await session.post(`/api/field/${name}`, body, waitMillis)) ?? {};
  }

  /** The draft as the runtime has it, but for what was typed since and is still on its way. */
  take(draft) {
    const onTheirWay = this.draft?.id === draft.id ? this.saver?.waiting : {};
    this.draft = { ...draft, answers: { ...draft.answers, ...onTheirWay } };
  }

  async home() {
    const { session } = this;
    try {
      await this.saver?.settled();
      this.today = (await this.ask('today')).today;
    } catch (refused) {
      if (session !== this.session) return;
      this.today ??= { grid: '', tasks: [], drafts: [], events: [], done: 0, unsent: 0, listedAt: '', damaged: 0 };
      this.refused(refused);
    }
    if (session && session === this.session) this.turnTo('today');
  }

  /**
   * What has gone and what has not, as it is now: asked while it is looked at, so that nothing is said to wait that has
   * arrived. Says nothing when the runtime does not answer; the next press does. Looking by itself (`unattended`: nobody
   * touched it since) keeps nobody signed in.
   */
  async refresh(unattended) {
    const { session, page } = this;
    if (!session || !this.today || !['today', 'sync'].includes(page)) return;
    try {
      const { sync } = await this.askOf(session, 'sync', { unattended });
      const { today } = await this.askOf(session, 'today', { unattended });
      if (session !== this.session || page !== this.page) return;
      Object.assign(this, { today, sync: page === 'sync' ? sync : this.sync });
      this.#arrived(sync);
      this.requestUpdate();
    } catch {
      // Whoever presses next is told.
    }
  }

  /** Something was handed in: it waits for the network until it is known to have arrived. */
  gone({ number }) {
    this.handed = number;
    this.said = this.words.text('handIn.done', { number });
  }

  /** What was said to wait is said to have arrived, once it has. */
  #arrived({ sent }) {
    const { state, officialNumber } = sent.find((one) => one.number === this.handed) ?? {};
    if (this.handed === '' || this.said === '' || state === undefined) return;
    if (state === 'ARRIVED') this.said = this.words.text('handIn.arrived', { number: officialNumber || this.handed });
    else if (state === 'REFUSED') this.said = '';
    else return;
    this.handed = '';
  }

  turnTo(page) {
    this.page = page;
    this.field = null;
    this.asked = false;
    this.discarding = false;
    if (page !== 'today' && page !== 'sync') this.said = '';
    this.requestUpdate();
  }

  go(page) {
    if (page === 'today') return this.home();
    return this.do(async () => {
      await this.saver?.settled();
      if (page === 'houses') this.houses = (await this.ask('houses')).houses;
      if (page === 'sync') this.sync = (await this.ask('sync')).sync;
      this.turnTo(page);
    });
  }

  begin(what) {
    return this.do(async () => this.show((await this.ask('begin', what)).draft));
  }

  /** A household that is on nobody's list yet, in the worker's own grid. */
  newHouse() {
    return this.do(async () => this.show((await this.ask('new-house')).draft));
  }

  /** Opens a building's households, or shuts them. */
  turn(building) {
    const turned = new Set(this.turned);
    if (!turned.delete(building)) turned.add(building);
    this.turned = turned;
    this.requestUpdate();
  }

  open(draft) {
    return this.do(async () => this.show((await this.ask('draft', { draft })).draft));
  }

  task(task) {
    if (task.done) return undefined;
    return this.begin({ kind: DRAFTS[task.kind], task: task.id });
  }

  show(draft) {
    this.saver = new Saver((field, value) => this.ask('answer', { draft: draft.id, field, value }), () => this.requestUpdate());
    this.turnTo(PAGES[draft.kind] ?? 'today');
    if (draft.kind === 'VISIT' || draft.kind === 'EVENT' || draft.kind === 'RESULT') this.#locate(draft);
  }

  async #locate(draft) {
    if (draft.answers.lat !== undefined) return;
    const point = await whereNow();
    if (!point || this.draft?.id !== draft.id) return;
    this.type('lat', point.lat.toFixed(6));
    this.type('lon', point.lon.toFixed(6));
    this.type('metres', String(point.metres));
  }

  type(field, value) {
    if (field === SEEK) return this.#look(value);
    this.draft = { ...this.draft, answers: { ...this.draft.answers, [field]: value } };
    return this.saver.put(field, value);
  }

  /** What was opened by hand belongs to what was looked for before. */
  #look(text) {
    this.seek = plainText(text, 60);
    this.turned = new Set();
    this.requestUpdate();
  }

  board(field, kind, box, most) {
    this.field = { field, kind, most };
    this.requestUpdate();
    // The boards take half of the glass: only then is it known where the field ends up.
    this.updateComplete.then(() => setTimeout(() => box.scrollIntoView({ block: 'center' }), 60));
  }

  closeBoard() {
    this.field = null;
    this.requestUpdate();
  }

  boardKey(key) {
    const { field, most } = this.field;
    const now = [...(field === SEEK ? this.seek : (this.draft.answers[field] ?? this.draft.known[field] ?? ''))];
    if (key === 'clear') now.length = 0;
    else if (key === 'erase') now.pop();
    else now.push(key);
    this.type(field, plainText(now.join(''), most));
  }

  freePlace() {
    const taken = this.draft.people.map((one) => one.index);
    for (let index = 1; index <= 12; index++) if (!taken.includes(index)) return index;
    return 12;
  }

  person(index) {
    return this.do(async () => {
      const { session } = this;
      await this.saver.settled();
      this.still(session);
      this.place = index;
      this.turnTo('person');
      this.shownPage = '';
    });
  }

  clearPerson() {
    for (const part of ['Name', 'Number', 'Phone', 'Relation', 'Tags']) this.type(`p${this.place}${part}`, '');
    return this.go('visit');
  }

  discard() {
    if (!this.discarding) {
      this.discarding = true;
      this.requestUpdate();
      return undefined;
    }
    return this.do(async () => {
      await this.ask('discard', { draft: this.draft.id });
      this.draft = null;
      this.saver = null;
      await this.home();
    });
  }

  handIn() {
    return this.do(async () => {
      const { session } = this;
      this.asked = true;
      if (!(await this.saver.settled())) return;
      const { draft } = this;
      if (draft.missing.length > 0) return;
      // A photo is asked for once and never holds up an event.
      if (draft.kind === 'EVENT' && draft.pieces.length === 0 && this.photoWarned !== draft.id) {
        this.photoWarned = draft.id;
        this.problem = this.words.text('event.noPhoto');
        return;
      }
      const { sent } = await this.ask('hand-in', { draft: draft.id });
      this.draft = null;
      this.saver = null;
      await this.home();
      if (session === this.session) this.gone(sent);
    });
  }
}
