import { Desk, PAGES } from './desk.js';
import { jpegOf } from './pages/camera.js';
import { places } from './pages/sign.js';
import { Patrol } from './place.js';
import { bytesOf, Player } from './player.js';
import { Recorder } from './recorder.js';

const REVEALED_MILLIS = 5_000;
/** The runtime waits eight seconds for a card. */
const CARD_MILLIS = 20_000;

/** What a press does with the tablet itself: lens, microphone, card reader, pen, and the way that is walked. */
export class Work extends Desk {
  #patrol = new Patrol();
  #recorder = new Recorder();
  #player = new Player();
  #pictures = new Map();
  /** Who walks a patrol on while the screen is locked. */
  #walker = null;

  constructor() {
    super();
    this.points = 0;
    this.forget();
  }

  forget() {
    super.forget();
    this.closeLens();
    this.#recorder.drop();
    this.#player.stop();
    this.#pictures.clear();
    clearTimeout(this.hiding);
    Object.assign(this, { revealed: null, noCamera: false, lens: null, waitingForCard: false });
  }

  show(draft) {
    this.#pictures.clear();
    super.show(draft);
  }

  get patrolling() {
    return this.#patrol.on;
  }

  get recording() {
    return this.#recorder.on;
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
      this.back();
    });
  }

  camera(slot) {
    return this.do(async () => {
      this.slot = slot;
      this.noCamera = false;
      this.turnTo('camera');
      this.opening = this.#openLens();
    });
  }

  /** Not a press that others wait for: whoever presses meanwhile is heard. */
  async #openLens() {
    try {
      const lens = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1600 } } });
      // Two quick presses open two: only one is shown and closed later.
      if (this.page === 'camera' && !this.lens) this.lens = lens;
      else lens.getTracks().forEach((track) => track.stop());
    } catch {
      this.noCamera = true;
    }
    this.requestUpdate();
    await this.updateComplete;
  }

  closeLens() {
    this.lens?.getTracks().forEach((track) => track.stop());
    this.lens = null;
  }

  /** The lens is open on its own page and nowhere else. */
  turnTo(page) {
    if (page !== 'camera') this.closeLens();
    this.#player.stop();
    super.turnTo(page);
  }

  closeCamera() {
    this.back();
  }

  /** To the page of the draft that is being written. */
  back() {
    this.turnTo(PAGES[this.draft.kind]);
  }

  shoot() {
    return this.do(async () => {
      await this.opening;
      if (this.noCamera) return;
      const jpeg = await jpegOf(this.querySelector('video'));
      await this.upload(`photo/${this.draft.id}/${this.slot}`, jpeg);
      this.closeCamera();
    });
  }

  async upload(where, blob) {
    const { session } = this;
    const answer = await session.upload(`/api/field/upload/${where}`, blob);
    this.still(session);
    this.take(answer.draft);
  }

  takeAway(piece) {
    this.#player.stop();
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
      this.#player.stop();
      if (!this.recording) return this.#recorder.start(() => this.record());
      const sound = await this.#recorder.stop();
      return sound && this.upload(`voice/${this.draft.id}`, sound);
    });
  }

  get listening() {
    return this.#player.on;
  }

  /** The voice note as the runtime has it, so that what is heard is what will go. */
  listen() {
    return this.do(async () => {
      if (this.listening) return this.#player.stop();
      const { session } = this;
      const { webm } = await this.ask('sound', { draft: this.draft.id });
      this.still(session);
      return this.#player.play(bytesOf(webm), () => this.requestUpdate());
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

  /** Waits for a card on the tablet's reader and fills in name and number. */
  readCard() {
    return this.do(async () => {
      this.waitingForCard = true;
      this.requestUpdate();
      try {
        await this.saver.settled();
        await this.ask('read-card', { draft: this.draft.id, person: this.place }, CARD_MILLIS);
      } finally {
        this.waitingForCard = false;
      }
    });
  }

  patrol() {
    return this.do(async () => {
      if (!this.patrolling) {
        this.points = 0;
        this.patrolDraft = null;
        this.#patrol.start((point) => this.#passed(point));
        return;
      }
      this.#patrol.stop();
      const draft = this.patrolDraft;
      this.patrolDraft = null;
      if (draft) await this.ask('hand-in', { draft });
      await this.home();
    });
  }

  async #passed(point) {
    const session = this.session ?? this.#walker;
    try {
      const { draft } = await this.askOf(session, 'track', point);
      // Of a patrol that ended meanwhile, or of one before the next worker's.
      if (!this.patrolling || session.badge !== (this.session ?? this.#walker)?.badge) return;
      this.patrolDraft = draft.id;
      this.points = draft.points;
      this.requestUpdate();
    } catch {
      // The next point is tried again in half a minute; what was kept is on the disk.
    }
  }

  /** A patrol of an earlier day, or one that was cut off, goes up as it is; the running one is ended. */
  finishPatrol(draft) {
    if (this.patrolling && draft === this.patrolDraft) return this.patrol();
    return this.do(async () => {
      const { session } = this;
      const { sent } = await this.ask('hand-in', { draft });
      await this.home();
      if (session === this.session) this.gone(sent);
    });
  }

  /** Whether the way that is walked goes on being noted for `session` behind a locked screen. */
  walkOn(session) {
    if (!this.patrolling) return false;
    if (!session || session.over) {
      this.#patrol.stop();
      return false;
    }
    this.#walker = session;
    return true;
  }

  /** Somebody signed in: the walker again, or another, whose way this is not. */
  walkerIsBack(session) {
    const walker = this.#walker;
    this.#walker = null;
    if (walker && walker.badge !== session.badge) this.#patrol.stop();
    walker?.signOut();
  }

  /** Whether the walker's time was over while the screen was locked. */
  walkerIsGone(session) {
    if (this.#walker !== session) return false;
    this.#walker = null;
    this.#patrol.stop();
    return true;
  }
}
