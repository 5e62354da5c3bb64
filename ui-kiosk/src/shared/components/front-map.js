import { html, nothing, svg } from 'lit';
import { glass } from '../front.js';
import { LightElement } from './light-element.js';

/** The glass is this long on the drawing; everything else is measured by it. */
const LONG = 480;
/** What a part looks like from the front: half its width and height. */
const SHAPES = { CARD: [62, 26], SOCIAL_CARD: [50, 16], CODE: [30, 30], PAPER: [60, 14] };
const RIM = 26;
const GAP = 14;
const HEAD = 34;

/**
 * The machine from the front: its glass, the part beside it that is meant, and an arrow from here to there. The drawing
 * is true to scale, and the arrow begins at the one point of it that lies right over the point of the glass it
 * stands for. So the arrow on the drawing and the way of a hand on the machine are one line.
 *
 * `item` is what is brought, drawn at the arrow's beginning, or with `taken` where it lies; `reach` is half its width and height.
 * Whoever moves the drawing on the glass calls aim(), which measures and draws only what changed.
 */
export class FrontMap extends LightElement {
  static properties = {
    part: { type: String },
    place: { attribute: false },
    label: { type: String },
    item: { attribute: false },
    reach: { attribute: false },
    taken: { type: Boolean },
  };

  #here = null;

  render() {
    const { width, height, x, y, box, shape } = this.#drawing();
    const [half, tall] = shape;
    return html`<svg class="pictogram front" viewBox=${box.join(' ')} focusable="false" role="img" aria-label=${this.label}>
      <rect class="paper" x=${box[0] + 4} y=${box[1] + 4} width=${box[2] - 8} height=${box[3] - 8} rx="24" />
      <rect class="soft line" width=${width} height=${height} rx="8" />
      <rect class="lamp" x=${x - half} y=${y - tall} width=${2 * half} height=${2 * tall} rx="10" />
      ${this.#here ? this.#way(x, y, shape) : nothing}
    </svg>`;
  }

  /** In units of the drawing, whose origin is the upper left corner of the glass. */
  #drawing() {
    const { width: wide, height: high } = glass();
    const unit = LONG / Math.max(wide, high);
    const [width, height] = [wide * unit, high * unit];
    const [x, y] = [(this.place.x / 100) * width, (this.place.y / 100) * height];
    // The light is still to be seen around what lies there.
    const shape = SHAPES[this.part].map((half, side) => (this.taken ? Math.max(half, this.reach[side] + 12) : half));
    const left = Math.min(0, x - shape[0]) - RIM;
    const top = Math.min(0, y - shape[1]) - RIM;
    const box = [left, top, Math.max(width, x + shape[0]) + RIM - left, Math.max(height, y + shape[1]) + RIM - top];
    return { width, height, x, y, box, shape, unit };
  }

  #way(x, y, shape) {
    const { x: fromX, y: fromY } = this.#here;
    const far = Math.hypot(x - fromX, y - fromY);
    const [dx, dy] = [(x - fromX) / far, (y - fromY) / far];
    const front = (reach) => Math.min(reach[0] / Math.abs(dx), reach[1] / Math.abs(dy));
    // What is brought lies behind the arrow, what is taken where the arrow ends.
    const [at, end] = this.taken
      ? [{ x, y }, far - front(shape) - GAP]
      : [{ x: fromX - dx * front(this.reach), y: fromY - dy * front(this.reach) }, far - front(shape) - GAP];
    const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
    return svg`
      <g transform="translate(${at.x} ${at.y})">${this.item}</g>
      <path class="arrow" data-arrow="${GAP} 0 ${end} 0" transform="translate(${fromX} ${fromY}) rotate(${degrees})"
        d="M${GAP} 0H${end}M${end - HEAD} ${-HEAD}L${end} 0L${end - HEAD} ${HEAD}" />`;
  }

  updated() {
    this.aim();
  }

  aim() {
    const drawn = this.querySelector('svg');
    if (!drawn) return;
    const { left, top, width, height } = drawn.getBoundingClientRect();
    const { box, unit } = this.#drawing();
    const scale = Math.min(width / box[2], height / box[3]);
    // Pixels of the glass a unit of the drawing stands for, less those it is drawn with.
    const shrink = 1 / unit - scale;
    if (!(scale > 0 && shrink > 0)) return;
    const x = (left + (width - scale * box[2]) / 2 - scale * box[0]) / shrink;
    const y = (top + (height - scale * box[3]) / 2 - scale * box[1]) / shrink;
    const key = `${Math.round(x)} ${Math.round(y)} ${box}`;
    if (this.#here?.key === key) return;
    this.#here = { x, y, key };
    this.requestUpdate();
  }
}

customElements.define('kk-front-map', FrontMap);
