import { html, nothing, svg } from 'lit';
import './components/front-map.js';

// Large pictograms. Shapes take their colours from the tokens by class: line, soft, paper, solid, lamp, halo.
// A picture that says something the words do not say gets a label; all others are hidden from the speaking order.
const picture = (label, shapes, box = '0 0 480 300') => svg`
  <svg class="pictogram" viewBox=${box} focusable="false"
    role=${label ? 'img' : nothing} aria-label=${label || nothing} aria-hidden=${label ? nothing : 'true'}>
    ${shapes}
  </svg>`;

/** The same drawing in a square, to stand beside a title. */
const square = (shapes, x = 90) => picture('', shapes, `${x} 0 300 300`);

const at = (x, y, shapes, more = '') => svg`<g transform="translate(${x} ${y}) ${more}">${shapes}</g>`;

const card = svg`
  <rect class="paper" x="-78" y="-49" width="156" height="98" rx="10" />
  <circle class="soft line" cx="38" cy="-12" r="15" />
  <path class="soft line" d="M12 30c2-17 12-24 26-24s24 7 26 24z" />
  <path class="line" d="M-58 -22h50M-58 2h40M-58 26h48" />`;

const chipCard = svg`
  <rect class="paper" x="-78" y="-49" width="156" height="98" rx="10" />
  <rect class="soft line" x="26" y="-20" width="36" height="30" rx="5" />
  <path class="line" d="M-58 -22h56M-58 2h40M-58 26h84" />`;

const person = svg`
  <circle class="soft line" cx="0" cy="-58" r="30" />
  <path class="soft line" d="M-56 56c0-50 20-74 56-74s56 24 56 74z" />`;

const sheet = svg`
  <path class="paper" d="M-66 -92h96l36 36v148h-132z" />
  <path class="line" d="M30 -92v36h36" />
  <path class="line" d="M-38 -30h76M-38 4h76M-38 38h44" />`;

const tick = svg`<path class="mark" d="M-18 1l13 13 24-27" />`;
const bang = svg`<path class="mark" d="M0 -20v24M0 18v1" />`;
const cross = svg`<path class="mark" d="M-13 -13l26 26M13 -13l-26 26" />`;
const badge = (x, y, sign) => at(x, y, svg`<circle class="solid" r="40" />${sign}`);
const warning = (x, y) => svg`<g class="warning">${badge(x, y, bang)}</g>`;

const phone = svg`
  <rect class="paper" x="-37" y="-62" width="74" height="124" rx="12" />
  <rect class="soft line" x="-27" y="-44" width="54" height="54" rx="4" />
  <path class="solid" d="M-20 -37h15v15h-15zM5 -37h15v15h-15zM-20 -12h15v15h-15zM5 -12h7v7h-7zM13 -4h7v7h-7z" />`;

/** What a citizen brings to a part beside the glass, and half its width and height: one object each, so that nothing is drawn anew for it. */
const thing = (drawing, half, tall) => ({ drawing: svg`<g transform="scale(.66)">${drawing}</g>`, reach: [half * 0.66, tall * 0.66] });
const THINGS = { CARD: thing(card, 78, 49), SOCIAL_CARD: thing(chipCard, 78, 49), CODE: thing(phone, 37, 62) };

export const pictures = {
  /** A slip whose square code is held to a scanner. */
  slipScan: () =>
    square(svg`
    <circle class="halo" cx="240" cy="150" r="138" />
    ${at(240, 118, sheet, 'scale(.86)')}
    <rect class="paper" x="206" y="112" width="68" height="68" />
    <path class="solid" d="M214 120h20v20h-20zM246 120h20v20h-20zM214 152h20v20h-20zM246 152h8v8h-8zM258 164h8v8h-8zM258 152h8v6h-8zM246 164h6v8h-6z" />
    <path class="line" d="M196 250l22-48h44l22 48z" />
    <rect class="lamp" x="176" y="248" width="128" height="30" rx="8" />`),
  attract: () =>
    picture(
      '',
      svg`
    <circle class="halo" cx="260" cy="200" r="188" />
    <rect class="paper" x="282" y="36" width="170" height="238" rx="16" />
    <rect class="soft line" x="304" y="60" width="126" height="146" rx="8" />
    <path class="line" d="M326 96h82M326 128h82M326 160h46M344 240h46" />
    <path class="paper" d="M332 274h70l12 106h-94z" />
    <path class="line" d="M60 380h420" />
    <circle class="paper" cx="176" cy="112" r="44" />
    <path class="paper" d="M104 380v-118c0-58 28-86 72-86 40 0 62 22 74 52l52-32 16 26-84 62-10-14v110z" />`,
      '40 0 450 400',
    ),
  items: () =>
    square(svg`
    <rect class="paper" x="110" y="24" width="260" height="252" rx="16" />
    <rect class="soft line" x="138" y="56" width="204" height="48" rx="8" />
    <rect class="soft line" x="138" y="126" width="204" height="48" rx="8" />
    <rect class="soft line" x="138" y="196" width="204" height="48" rx="8" />
    <path class="line" d="M308 70l11 10-11 10M308 140l11 10-11 10M308 210l11 10-11 10" />`),
  offline: () =>
    square(svg`
    <path class="soft line" d="M150 226a54 54 0 0 1 4-108 84 84 0 0 1 160-10 60 60 0 0 1 20 118z" />
    ${badge(336, 232, cross)}`),
  consent: () =>
    picture(
      '',
      svg`
    ${at(186, 150, sheet, 'scale(1.3)')}
    <path class="solid" d="M326 118l66 23v52c0 44-30 74-66 90-36-16-66-46-66-90v-52z" />
    ${at(326, 202, tick, 'scale(1.5)')}`,
    ),
  /** The way from here to a part beside the glass; `taken` when what is brought there lies there now. */
  front: (part, place, label, taken = false) => {
    const { drawing, reach } = THINGS[part];
    return html`<kk-front-map part=${part} .place=${place} label=${label} ?taken=${taken} .item=${drawing}
      .reach=${reach}></kk-front-map>`;
  },
  /** An identity card over the groove it is laid into. */
  layCard: () =>
    picture(
      '',
      svg`
    <rect class="lamp" x="24" y="122" width="192" height="34" rx="10" />
    ${at(100, 60, card, 'scale(.92)')}
    <path class="arrow small" d="M208 26v72M192 82l16 18 16-18" />`,
      '0 0 240 170',
    ),
  /** A card with a chip before the slot it goes into. */
  insertCard: () =>
    picture(
      '',
      svg`
    <rect class="lamp" x="176" y="20" width="40" height="130" rx="10" />
    ${at(84, 68, chipCard, 'scale(.92)')}
    <path class="arrow small" d="M44 144h104M132 128l18 16-18 16" />`,
      '0 0 240 170',
    ),
  /** The same on its way out. */
  pullCard: (label) =>
    picture(
      label,
      svg`
    <rect class="paper" x="300" y="30" width="150" height="240" rx="16" />
    <rect class="lamp" x="300" y="66" width="34" height="168" rx="10" />
    ${at(214, 150, chipCard, 'scale(1.5)')}
    <path class="arrow" d="M150 150h-104M86 108l-42 42 42 42" />`,
    ),
  /** A telephone whose code is held to a small window. */
  showCode: () =>
    picture(
      '',
      svg`
    <rect class="paper" x="30" y="12" width="88" height="146" rx="14" />
    <rect class="soft line" x="42" y="34" width="64" height="64" rx="4" />
    <path class="solid" d="M50 42h18v18h-18zM80 42h18v18h-18zM50 72h18v18h-18zM80 72h8v8h-8zM90 82h8v8h-8z" />
    <rect class="lamp" x="176" y="30" width="44" height="72" rx="10" />
    <path class="line" d="M124 66h40" />`,
      '0 0 240 170',
    ),
  faces: () =>
    picture(
      '',
      svg`
    ${at(128, 150, card, 'scale(1.25)')}
    <path class="line" d="M240 138h32M240 162h32" />
    <ellipse class="soft line" cx="372" cy="150" rx="86" ry="116" />
    ${at(372, 166, person)}`,
    ),
  staff: () =>
    picture(
      '',
      svg`
    ${at(172, 196, person, 'scale(1.3)')}
    ${at(326, 196, person, 'scale(1.3)')}
    <rect class="paper" x="332" y="200" width="44" height="56" rx="6" />
    <path class="line" d="M344 219h20M344 237h20" />`,
    ),
  staffSide: () =>
    square(svg`
    ${at(240, 186, person, 'scale(1.6)')}
    <rect class="paper" x="250" y="196" width="52" height="66" rx="6" />
    <path class="line" d="M264 218h24M264 240h24" />`),
  form: () =>
    square(svg`
    ${at(214, 148, sheet, 'scale(1.2)')}
    <path class="paper" d="M278 214l72-100 38 28-72 100-46 18z" /><path class="line" d="M336 134l38 28" />`),
  phone: () =>
    square(svg`
    <rect class="paper" x="168" y="24" width="144" height="252" rx="22" />
    <rect class="soft line" x="188" y="58" width="104" height="166" rx="6" />
    <path class="line" d="M228 250h24M212 100h56M212 132h56M212 164h30" />`),
  calendar: () =>
    square(svg`
    <rect class="paper" x="122" y="52" width="236" height="216" rx="16" />
    <path class="soft line" d="M122 112h236v-44a16 16 0 0 0-16-16h-204a16 16 0 0 0-16 16z" />
    <path class="line" d="M184 30v44M296 30v44M164 156h24M228 156h24M292 156h24M164 200h24M228 200h24M292 200h24M164 236h24M228 236h24" />`),
  check: () => square(svg`${at(222, 148, sheet, 'scale(1.25)')} ${badge(312, 232, tick)}`),
  done: () =>
    picture(
      '',
      svg`
    <circle class="soft line" cx="240" cy="150" r="112" />
    <path class="big" d="M186 152l38 40 72-84" />`,
    ),
  problem: () =>
    picture(
      '',
      svg`
    <path class="warnsoft" d="M240 36l128 222h-256z" />
    <path class="warnmark" d="M240 112v76M240 220v2" />`,
    ),
  problemCard: () => picture('', svg`${at(226, 146, card, 'scale(1.7)')} ${warning(362, 226)}`),
  problemFace: () =>
    picture(
      '',
      svg`
    <ellipse class="soft line" cx="236" cy="148" rx="96" ry="122" />
    ${at(236, 166, person, 'scale(1.06)')} ${warning(336, 226)}`,
    ),
  problemPaper: () =>
    picture(
      '',
      svg`
    <rect class="soft line" x="108" y="130" width="264" height="120" rx="14" />
    <path class="paper" d="M158 168v-132h164v132" /><path class="line" d="M138 168h204M188 74h104M188 106h64" />
    ${warning(366, 234)}`,
    ),
  machine: (down) =>
    picture(
      '',
      svg`
    <rect class="paper" x="146" y="14" width="188" height="232" rx="16" />
    <rect class="soft line" x="170" y="40" width="140" height="140" rx="8" />
    <path class="line" d="M214 214h52M240 246v34M120 280h240" />
    ${down ? warning(340, 216) : nothing}`,
    ),
  rating: () =>
    square(svg`
    <path class="soft line" d="M240 34l36 74 82 12-60 57 15 81-73-39-73 39 15-81-60-57 82-12z" />`),
};
