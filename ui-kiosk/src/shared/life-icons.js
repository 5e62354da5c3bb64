import { svg } from 'lit';

// What happens in a life, 24×24, drawn in the colour of the words beside it.
const sign = (shape) => svg`
  <svg class="icon life" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;

export const lifeIcons = {
  OLD_AGE: sign(svg`<circle cx="9.5" cy="4.8" r="2.6" /><path d="M9.5 8.5c-2.6.4-3.5 3-3.5 6.500M9.5 8.500c2 .2 3 2 4.5 4M8.5 14l-2 7.500M9.5 14l2.5 7.500M16 12.500v9M16 12.500c0-1.5 2.5-1.5 2.5.3" />`),
  HEALTH: sign(svg`<path d="M12 20.500S3.5 15.5 3.5 9.300A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8.5 2.300c0 6.2-8.5 11.2-8.5 11.200z" /><path d="M12 9.500v6M9 12.500h6" />`),
  IDENTITY: sign(svg`<rect x="2.5" y="5" width="19" height="14" rx="2" /><circle cx="8" cy="10.5" r="2" /><path d="M4.8 16.200c.3-2.2 1.5-3 3.2-3s2.9.8 3.2 3M14 9.500h5M14 13h5" />`),
  CHILD: sign(svg`<circle cx="12" cy="8" r="4.5" /><path d="M10.3 8.500v.1M13.7 8.500v.1M5 21c.5-4.5 3.5-6 7-6s6.5 1.5 7 6zM11 3.600c.2-1.4 1.6-1.6 2-.6" />`),
  WORK: sign(svg`<rect x="3" y="8" width="18" height="12" rx="2" /><path d="M8.5 8V5.500a1.5 1.5 0 0 1 1.5-1.500h4a1.5 1.5 0 0 1 1.5 1.500V8M3 13h18M12 11.800v2.4" />`),
  HOME: sign(svg`<path d="M3 11.500L12 4l9 7.500M5.5 10v10h13V10M10 20v-5.500h4V20" />`),
  HARDSHIP: sign(svg`<path d="M3 14.500l3.5-2h4l4 1.800c1 .5.6 2-.5 1.900l-3.5-.4M3 20h10.500l7-4.500c.8-.9-.3-2.1-1.3-1.600l-4.3 2" /><path d="M14.5 9.800S11 7.8 11 5.500a1.9 1.9 0 0 1 3.5-.9 1.9 1.9 0 0 1 3.5.9c0 2.3-3.5 4.3-3.5 4.300z" />`),
  PAYING: sign(svg`<path d="M5 3h14v18l-2.3-1.600L14.4 21 12 19.4 9.6 21l-2.3-1.600L5 21z" /><path d="M9 7l3 4 3-4M12 11v5M9.2 11.700h5.600M9.2 14h5.6" />`),
  DRIVING: sign(svg`<path d="M3 16.500v-4l2.5-1L7.5 7h9l2 4.5 2.5 1v4zM5.5 11.500h13" /><circle cx="7.5" cy="17" r="1.8" /><circle cx="16.5" cy="17" r="1.8" />`),
  MARRIAGE: sign(svg`<circle cx="8.5" cy="14" r="5.5" /><circle cx="15.5" cy="14" r="5.5" /><path d="M7 8.700L5.8 5.500h5.400L10 8.7" />`),
  BUSINESS: sign(svg`<path d="M4 10v10h16V10M3 6l1.5-2.500h15L21 6v2.500a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM9.5 20v-5.500h5V20" />`),
  ASKING: sign(svg`<path d="M4 4h16v11.500h-8.500L7 20v-4.500H4z" /><path d="M9.8 8.200c.2-2 4.3-2 4.3.3 0 1.5-2.1 1.5-2.1 2.800M12 13.200v.1" />`),
};
