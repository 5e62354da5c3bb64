import { Unreachable } from '../shared/api.js';
import { LightElement } from '../shared/components/light-element.js';
import { PressGate } from '../shared/press-gate.js';
import { jpegOf } from './pages/camera.js';
import { places } from './pages/sign.js';
import { Patrol, whereNow } from './place.js';
import { Recorder } from './recorder.js';
import { Saver } from './saver.js';

const PAGES = { VISIT: 'visit', EVENT: 'event', FORM: 'form', RESULT: 'result' };
const DRAFTS = { VISIT: 'VISIT', FORM: 'FORM', CHECK: 'RESULT', REDO: 'RESULT', HANDLE: 'RESULT' };
const REVEALED_MILLIS = 5_000;

/** What a press does: asks the runtime, keeps what it answered, and shows a page. No rule is decided here. */
export class Work extends LightElement {
  #gate = new PressGate({ holdMillis: 300 });
  #patrol = new Patrol();
  #recorder = new Recorder();
  #pictures = new Map();

  constructor() {
    super();
    this.forget();
  }

  /** Drops everything that was shown to whoever was signed in. */
  forget() {
    this.closeLens();
    this.#patrol.stop();
    this.#recorder.drop();
    this.#pictures.clear();
    clearTimeout(this.hiding);
    Object.assign(this, {
      session: null, page: 'today', today: null, houses: [], draft: null, sync: null, place: 0, saver: null, field: null, revealed: null,
      said: '', problem: '', asked: false, discarding: false, noCamera: false, lens: null, shownPage: '', photoWarned: false,
    });
  }

  get patrolling() {
    return this.#patrol.on;
  }

  get recording() {
    return this.#recorder.on;
  }

  /** Does one thing at a time; what is refused is said in words. */
  async do(work) {
    return this.#gate.pass(async () => {
      this.problem = '';
      try {
        await work();
      } catch (refused) {
        this.refused(refused);
      }
      this.requestUpdate();
    });
  }

  refused(refused) {
    if (!this.session) return;
    const code = refused instanceof Unreachable ? 'UNREACHABLE' : (refused.code ?? 'OTHER');
    this.problem = code === 'NO_GRID' ? this.words.text('noGrid') : this.words.text(this.words.keyed('error', code));
    this.requestUpdate();
  }

  async ask(name, body = {}) {
    const { session } = this;
    const answer = await session.post(`/api/field/${name}`, body);
    if (answer?.draft && session === this.session) this.take(answer.draft);
    return answer ?? {};
  }

  /** The draft as the runtime has it, but for what was typed since and is still on its way. */
  take(draft) {
    const onTheirWay = this.draft?.id === draft.id ? this.saver?.waiting : {};
    this.draft = { ...draft, answers: { ...draft.answers, ...onTheirWay } };
  }

  async home() {
    try {
      await this.saver?.settled();
      this.today = (await this.ask('today')).today;
    } catch (refused) {
      this.today ??= { grid: '', tasks: [], drafts: [], events: [], done: 0, unsent: 0, listedAt: '', damaged: 0 };
      this.refused(refused);
    }
    if (this.session) this.turnTo('today');
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

  open(draft) {
    return this.do(async () => this.show((await this.ask('draft', { draft })).draft));
  }

  task(task) {
    if (task.done) return undefined;
    return this.begin({ kind: DRAFTS[task.kind], task: task.id });
  }

  show(draft) {
    this.#pictures.clear();
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
    this.draft = { ...this.draft, answers: { ...this.draft.answers, [field]: value } };
    this.saver.put(field, value);
  }

  board(field, kind, box) {
    this.field = { field, kind };
    this.requestUpdate();
    // The boards take half of the glass: only then is it known where the field ends up.
    this.updateComplete.then(() => setTimeout(() => box.scrollIntoView({ block: 'center' }), 60));
  }

  closeBoard() {
    this.field = null;
    this.requestUpdate();
  }

  boardKey(key) {
    const { field } = this.field;
    const now = [...(this.draft.answers[field] ?? this.draft.known[field] ?? '')];
    if (key === 'clear') now.length = 0;
    else if (key === 'erase') now.pop();
    else now.push(key);
    this.type(field, now.join(''));
  }

  freePlace() {
    const taken = this.draft.people.map((one) => one.index);
    for (let index = 1; index <= 12; index++) if (!taken.includes(index)) return index;
    return 12;
  }

  person(index) {
    return this.do(async () => {
      await this.saver.settled();
      this.place = index;
      this.turnTo('person');
      this.shownPage = '';
    });
  }

  clearPerson() {
    for (const part of ['Name', 'Number', 'Phone', 'Relation', 'Tags']) this.type(`p${this.place}${part}`, '');
    return this.go('visit');
  }

  reveal(person) {
    return this.do(async () => {
      const { number } = await this.ask('reveal', { household: this.draft.household, person });
      this.revealed = { person, number };
      clearTimeout(this.hiding);
      this.hiding = setTimeout(() => {
        this.revealed = null;
        this.requestUpdate();
      }, REVEALED_MILLIS);
    });
  }

  consent(given) {
    return this.do(() => this.ask('consent', { draft: this.draft.id, given }));
  }

  signed() {
    return this.do(async () => {
      const strokes = places(this.querySelector('kk-sign-board').ink);
      await this.ask('sign', { draft: this.draft.id, strokes });
      this.turnTo('visit');
    });
  }

  camera(slot) {
    return this.do(async () => {
      this.slot = slot;
      this.noCamera = false;
      this.turnTo('camera');
      try {
        this.lens = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1600 } } });
      } catch {
        this.noCamera = true;
      }
    });
  }

  closeLens() {
    this.lens?.getTracks().forEach((track) => track.stop());
    this.lens = null;
  }

  closeCamera() {
    this.closeLens();
    this.turnTo(PAGES[this.draft.kind]);
  }

  shoot() {
    return this.do(async () => {
      const jpeg = await jpegOf(this.querySelector('video'));
      await this.upload(`photo/${this.draft.id}/${this.slot}`, jpeg);
      this.closeCamera();
    });
  }

  async upload(where, blob) {
    const answer = await this.session.upload(`/api/field/upload/${where}`, blob);
    this.take(answer.draft);
  }

  takeAway(piece) {
    this.#pictures.delete(piece);
    return this.do(() => this.ask('take-away', { draft: this.draft.id, piece }));
  }

  /** A photo as an address for an image, asked for once; an empty one until it is here. */
  pictureOf(piece) {
    if (!this.#pictures.has(piece)) {
      this.#pictures.set(piece, '');
      const { id } = this.draft;
      this.ask('picture', { draft: id, piece })
        .then(({ jpeg }) => {
          if (this.draft?.id === id && this.#pictures.has(piece)) this.#pictures.set(piece, `data:image/jpeg;base64,${jpeg}`);
          this.requestUpdate();
        })
        .catch(() => this.#pictures.delete(piece));
    }
    return this.#pictures.get(piece) || 'data:,';
  }

  record() {
    return this.do(async () => {
      if (!this.recording) return this.#recorder.start(() => this.record());
      const sound = await this.#recorder.stop();
      return sound && this.upload(`voice/${this.draft.id}`, sound);
    });
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
      this.said = this.words.text('handIn.done', { number: sent.number });
    });
  }

  push() {
    return this.do(async () => {
      this.sync = (await this.ask('push')).sync;
    });
  }

  resolve({ household, field }, mine) {
    return this.do(async () => {
      this.sync = (await this.ask('resolve', { household, field, mine })).sync;
    });
  }

  patrol() {
    return this.do(async () => {
      if (!this.patrolling) {
        this.#patrol.start((point) => this.ask('track', point).then(({ draft }) => (this.patrolDraft = draft.id)).catch(() => undefined));
        return;
      }
      this.#patrol.stop();
      if (this.patrolDraft) await this.ask('hand-in', { draft: this.patrolDraft });
      this.patrolDraft = null;
      await this.home();
    });
  }
}
