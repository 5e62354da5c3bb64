import { html } from 'lit';
import { LightElement } from './light-element.js';

const WIDTH = 968;
const HEIGHT = 420;
const MOST_POINTS = 9_000;
/** Points nearer than this to the last one say nothing new. */
const STEP = 2;
const PEN = 6;

/**
 * The box to sign in: finger or pen, one at a time. Keeps each point with its time, and the pressure where a
 * pen measures it. Fires `ink` with true or false when there begins or ceases to be something.
 */
export class SignBoard extends LightElement {
  static properties = { label: { type: String } };

  #strokes = [];
  #points = 0;
  #pointer = null;
  #start = null;
  #last = 0;

  render() {
    return html`<canvas class="sign-box" width=${WIDTH} height=${HEIGHT} role="img" aria-label=${this.label}
      @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}></canvas>`;
  }

  firstUpdated() {
    this.clear();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#strokes = [];
  }

  /** What was drawn, in the form the runtime takes. */
  get ink() {
    return { width: WIDTH, height: HEIGHT, strokes: this.#strokes };
  }

  get empty() {
    return this.#strokes.length === 0;
  }

  clear() {
    const had = !this.empty;
    this.#strokes = [];
    this.#points = 0;
    this.#pointer = null;
    this.#start = null;
    this.#last = 0;
    const pen = this.#pen();
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    if (had) this.#tell(false);
  }

  #pen() {
    const pen = this.querySelector('canvas').getContext('2d');
    pen.lineWidth = PEN;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = '#1a1f24';
    return pen;
  }

  #down(event) {
    // A second finger, or the other hand on the glass, draws nothing.
    if (this.#pointer !== null || event.button > 0) return;
    event.preventDefault();
    this.#pointer = event.pointerId;
    event.target.setPointerCapture(event.pointerId);
    const first = this.empty;
    this.#strokes.push([]);
    this.#add(event);
    if (first) this.#tell(true);
  }

  #move(event) {
    if (event.pointerId !== this.#pointer) return;
    event.preventDefault();
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event]) this.#add(one);
  }

  #up(event) {
    if (event.pointerId === this.#pointer) this.#pointer = null;
  }

  #add(event) {
    const stroke = this.#strokes.at(-1);
    const before = stroke.at(-1);
    const [x, y] = this.#place(event);
    if (this.#points >= MOST_POINTS || (before && Math.hypot(x - before[0], y - before[1]) < STEP)) return;
    stroke.push([x, y, this.#millis(event), pressureOf(event)]);
    this.#points++;
    const pen = this.#pen();
    pen.beginPath();
    pen.moveTo(...(before ?? [x, y]).slice(0, 2));
    pen.lineTo(x, y);
    pen.stroke();
  }

  /** In the box's own pixels, however large it is shown. */
  #place(event) {
    const box = this.querySelector('canvas').getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [
      within(((event.clientX - box.left) / box.width) * WIDTH, WIDTH),
      within(((event.clientY - box.top) / box.height) * HEIGHT, HEIGHT),
    ];
  }

  #millis(event) {
    this.#start ??= event.timeStamp;
    this.#last = Math.max(this.#last, Math.min(200_000, Math.round(event.timeStamp - this.#start)));
    return this.#last;
  }

  #tell(any) {
    this.dispatchEvent(new CustomEvent('ink', { detail: any }));
  }
}

/** A finger or a mouse reports a made-up pressure; only a pen's counts. */
function pressureOf(event) {
  return event.pointerType === 'pen' ? Math.max(0, Math.min(1_000, Math.round(event.pressure * 1_000))) : 0;
}

customElements.define('kk-sign-board', SignBoard);
