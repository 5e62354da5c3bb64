const SHORT = 1080;
const LONG = 1920;

/**
 * The pages are drawn for 1080×1920, and for a glass that lies for 1920×1080. On any other window (a 4K panel, a tablet, a
 * developer's laptop) the whole page is zoomed to fit. A constructed style sheet is used because the policy forbids style attributes.
 */
export function fitScreen(window) {
  const sheet = new window.CSSStyleSheet();
  window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets, sheet];
  const fit = () => {
    const lies = window.innerWidth > window.innerHeight;
    const scale = Math.min(window.innerWidth / (lies ? LONG : SHORT), window.innerHeight / (lies ? SHORT : LONG));
    const exact = Math.abs(scale - 1) < 0.005 || !(scale > 0);
    sheet.replaceSync(exact ? '' : `:root { zoom: ${scale.toFixed(4)}; }`);
  };
  window.addEventListener('resize', fit);
  fit();
}
