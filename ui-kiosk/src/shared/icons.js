import { svg } from 'lit';

// Small signs, 24×24, drawn in the colour of the text beside them. Always with a word next to them.
const sign = (shape) => svg`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;

export const icons = {
  ok: sign(svg`<path d="M4 12.5l5.5 5.5L20 7" />`),
  warn: sign(svg`<path d="M12 3.5v11" /><path d="M12 19.8v.4" />`),
  error: sign(svg`<path d="M5.5 5.5l13 13M18.5 5.5l-13 13" />`),
  forward: sign(svg`<path d="M9 4.5l7.5 7.5L9 19.5" />`),
  back: sign(svg`<path d="M15 4.5L7.5 12l7.5 7.5" />`),
  more: sign(svg`<path d="M4.5 9l7.5 7.5L19.5 9" />`),
  less: sign(svg`<path d="M4.5 15.5L12 8l7.5 7.5" />`),
  erase: sign(svg`<path d="M9 5h12v14H9L3 12z" /><path d="M12 9l6 6M18 9l-6 6" />`),
  person: sign(svg`<circle cx="12" cy="8" r="4" /><path d="M4 21c.6-5 4-7.5 8-7.5s7.4 2.5 8 7.5" />`),
  phone: sign(svg`<path d="M6 3h4l1.6 5-2.6 2a12 12 0 0 0 5 5l2-2.6 5 1.6v4c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2z" />`),
  star: svg`
    <svg class="icon filled" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 2.6l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.5l-5.9 3.1 1.2-6.5L2.5 9.5l6.6-.9z" />
    </svg>`,
  starOff: sign(svg`<path d="M12 2.6l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.5l-5.9 3.1 1.2-6.5L2.5 9.5l6.6-.9z" />`),
};
