const WIDTH = 1080;
const HEIGHT = 1920;

/**
 * The pages are drawn for 1080×1920. On any other window (a 4K panel, a developer's laptop) the whole page
 * is zoomed to fit. A constructed style sheet is used because the policy forbids style attributes.
 */
export function fitScreen(window) {
  const sheet = new window.CSSStyleSheet();
  window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets, sheet];
  const fit = () => {
    const scale = Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT);
    const exact = Math.abs(scale - 1) < 0.005 || !(scale > 0);
    sheet.replaceSync(exact ? '' : `:root { zoom: ${scale.toFixed(4)}; }`);
  };
  window.addEventListener('resize', fit);
  fit();
}
