/* Runs inside the page: measures everything a finger or an eye meets and answers what breaks the rules. */
export function inspect({ size, low, width = 1080, height = 1920 }) {
  const LIMITS = {
    standard: { text: 28, title: 56, target: 88, gap: 16, primary: 112 },
    elder: { text: 44, title: 72, target: 112, gap: 24, primary: 136 },
    xl: { text: 52, title: 80, target: 112, gap: 24, primary: 136 },
  };
  const limit = LIMITS[size];
  // A glass that lies is low enough to be reached up to its strip.
  const reach = width > height ? 72 : low ? 960 : 560;
  const wrong = [];
  const fail = (rule, element, what) => wrong.push(`${rule}: ${nameOf(element)} ${what}`);
  const dialog = document.querySelector('dialog[open]');
  const scope = dialog ?? document.body;

  checkTexts();
  checkTargets();
  checkOverflow();
  checkOverlap();
  checkStructure();
  return wrong;

  function checkTexts() {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.textContent.trim() === '' || !visible(element) || element.closest('.unseen')) continue;
      const style = getComputedStyle(element);
      const pixels = parseFloat(style.fontSize);
      if (pixels < limit.text) fail('1 text size', element, `${pixels} < ${limit.text}`);
      if (parseFloat(style.lineHeight) / pixels < 1.299) fail('39 line height', element, style.lineHeight);
      const ratio = contrast(rgb(style.color), backgroundOf(element));
      const strong = element.closest('h1, h2, button, .lead, .facts, .steps, .prose');
      const note = element.closest('.row-note, .tag, .tile-note');
      const needed = strong && !note ? 7 : 4.5;
      if (ratio < needed) fail('10 contrast', element, `${ratio.toFixed(2)} < ${needed}`);
      if (element.matches('.prose p + p')) checkParagraph(element, element.previousElementSibling);
      if (Number(style.opacity) < 1 && !element.closest('main')) fail('10 opacity', element, style.opacity);
    }
    const heading = document.querySelectorAll('h1');
    if (heading.length !== 1) fail('2 one h1', document.body, String(heading.length));
    else if (parseFloat(getComputedStyle(heading[0]).fontSize) < limit.title) fail('2 h1 size', heading[0], '');
  }

  /** From paragraph to paragraph it is 1.3 times the way from line to line, at least. */
  function checkParagraph(lower, upper) {
    const [style, before] = [getComputedStyle(lower), getComputedStyle(upper)];
    const between = lower.getBoundingClientRect().top - upper.getBoundingClientRect().bottom + parseFloat(style.paddingTop) + parseFloat(before.paddingBottom);
    if (between < 0.3 * parseFloat(style.lineHeight)) fail('39 paragraphs', lower, `${between}`);
  }

  function checkTargets() {
    const targets = [...scope.querySelectorAll('button')].filter(visible);
    for (const target of targets) {
      const box = target.getBoundingClientRect();
      const key = target.matches('.key');
      const [width, height] = key ? [96, 104] : [limit.target, limit.target];
      if (box.width < width - 0.5 || box.height < height - 0.5) fail('3 target', target, `${box.width}×${box.height}`);
      if (box.top < reach - 0.5) fail('7 reach', target, `y ${box.top} < ${reach}`);
      if (target.matches('[data-primary]') && box.height < limit.primary) fail('6 primary', target, `${box.height}`);
      if (target.tagName !== 'BUTTON' || target.type !== 'button') fail('real button', target, '');
      if (!nameIn(target)) fail('23 name', target, '');
      checkOutline(target);
      const met = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      if (!target.contains(met)) fail('covered', target, `by ${nameOf(met)}`);
    }
    targets.forEach((one, index) => targets.slice(index + 1).forEach((other) => checkGap(one, other)));
    checkOrder(targets);
    const primaries = targets.filter((target) => target.matches('[data-primary]'));
    const page = document.querySelector('main').dataset.page;
    const none = ['items', 'list', 'find-pinyin', 'find-number', 'face-consent', 'place-card', 'show-code', 'rating', 'rating-reason', 'take-card', 'out'].includes(page) && !dialog;
    if (primaries.length !== (none ? 0 : 1)) fail('6 one primary', document.body, `${primaries.length} on ${page}`);
  }

  /** Where a button ends, and what is drawn on it, is seen: by its border or by its own colour. */
  function checkOutline(target) {
    const style = getComputedStyle(target);
    const behind = backgroundOf(target.parentElement);
    const edges = [rgb(style.backgroundColor), ...(parseFloat(style.borderTopWidth) > 0 ? [rgb(style.borderTopColor)] : [])];
    const best = Math.max(...edges.filter(({ a }) => a === 1).map((edge) => contrast(edge, behind)), 0);
    if (best < 3) fail('11 border', target, best.toFixed(2));
    for (const icon of target.querySelectorAll('svg')) {
      const ratio = contrast(rgb(getComputedStyle(icon).color), backgroundOf(icon));
      if (visible(icon) && ratio < 3) fail('11 icon', target, ratio.toFixed(2));
    }
  }

  function checkGap(one, other) {
    const gap = distance(one.getBoundingClientRect(), other.getBoundingClientRect());
    const keys = one.matches('.key') && other.matches('.key');
    const apart =
      (one.matches('[data-primary]') && other.matches('[data-action=back], [data-tool=exit], [data-action=leave]')) ||
      (other.matches('[data-primary]') && one.matches('[data-action=back], [data-tool=exit], [data-action=leave]'));
    const needed = keys ? 8 : apart ? 48 : limit.gap;
    if (gap < needed - 0.5) fail(apart ? '5 apart' : '4 gap', one, `${gap} < ${needed} to ${nameOf(other)}`);
  }

  function checkOrder(targets) {
    // Buttons side by side belong to one line when their centres are closer than half a target.
    for (let index = 1; index < targets.length; index++) {
      const before = targets[index - 1].getBoundingClientRect();
      const after = targets[index].getBoundingClientRect();
      const beside = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top) > 8;
      if (beside ? after.left < before.left : after.top < before.top) fail('19 order', targets[index], '');
    }
    if (document.querySelector('[tabindex]:not([tabindex="-1"])')) fail('19 tabindex', document.body, '');
  }

  function checkOverflow() {
    for (const element of document.querySelectorAll('html, body, body *')) {
      if (element.closest('svg') || element.closest('.unseen') || !visible(element)) continue;
      const style = getComputedStyle(element);
      if (style.display === 'inline' || style.display === 'contents') continue;
      // A long answer may show its end only, and data of any length its first lines.
      if (element.matches('textarea') || style.webkitLineClamp !== 'none') continue;
      if (element.scrollHeight > element.clientHeight + 1) fail('8 height', element, `${element.scrollHeight} > ${element.clientHeight}`);
      if (element.scrollWidth > element.clientWidth + 1) fail('9 width', element, `${element.scrollWidth} > ${element.clientWidth}`);
      const box = element.getBoundingClientRect();
      if (box.right > width + 0.5 || box.bottom > height + 0.5 || box.left < -0.5 || box.top < -0.5) fail('8 outside', element, '');
    }
  }

  function checkOverlap() {
    const blocks = [...document.querySelectorAll('main > *, .head > *, .work > *, .body > *')];
    for (const block of blocks) {
      const box = block.getBoundingClientRect();
      const outer = block.parentElement.getBoundingClientRect();
      if (box.top < outer.top - 1 || box.bottom > outer.bottom + 1) fail('8 out of its frame', block, `${box.top}..${box.bottom}`);
      const next = block.nextElementSibling?.getBoundingClientRect();
      if (next && next.height > 0 && next.top < box.bottom - 1 && next.left < box.right) fail('8 overlap', block, `${box.bottom} > ${next.top}`);
    }
  }

  function checkStructure() {
    if (!['zh-CN', 'en'].includes(document.documentElement.lang)) fail('16 lang', document.documentElement, '');
    const heading = document.querySelector('h1');
    const error = document.querySelector('main').dataset.page === 'problem' || document.querySelector('#answer-error');
    const title = heading.textContent.trim();
    if (!document.title.includes(title)) fail('17 title', heading, document.title);
    if (Boolean(error) !== /^(错误：|Error: )/.test(document.title)) fail('17 error title', heading, document.title);
    if (!dialog && document.activeElement !== heading && !document.querySelector('#answer-error')) {
      const focused = document.activeElement;
      if (!focused?.matches('button')) fail('18 focus', heading, nameOf(focused));
    }
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    if (new Set(ids).size !== ids.length) fail('24 ids', document.body, ids.join(' '));
    const status = document.querySelectorAll('[role=status]');
    if (status.length !== 1 || status[0].ariaLive !== 'polite') fail('25 status', document.body, `${status.length}`);
    if (document.querySelector('[aria-live]:not([role=status])')) fail('25 live', document.querySelector('[aria-live]:not([role=status])'), '');
    const alert = document.querySelector('[role=alert]');
    if (alert) {
      const field = document.querySelector(`[aria-describedby="${alert.id}"]`);
      if (!field && document.querySelector('input')) fail('26 described', alert, '');
    }
    for (const name of ['size', 'voice', 'contrast', 'reach', 'language', 'help', 'exit']) {
      if (!document.querySelector(`[data-tool=${name}]`)) fail('44 tools', document.body, name);
    }
    if (document.querySelector('[style]')) fail('style attribute', document.querySelector('[style]'), '');
    for (const chosen of document.querySelectorAll('[aria-checked=true], .tool[aria-pressed=true]')) {
      if (!chosen.querySelector('svg')) fail('13 only colour', chosen, '');
    }
    for (const line of document.querySelectorAll('.line.ok, .line.warn, .error, .row.closed, .net')) {
      if (!line.querySelector('svg') || line.textContent.trim() === '') fail('13 only colour', line, '');
    }
  }

  function visible(element) {
    return element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;
  }

  function nameIn(element) {
    return (element.getAttribute('aria-label') ?? element.textContent).trim();
  }

  function nameOf(element) {
    if (!element) return 'nothing';
    return `<${element.tagName.toLowerCase()} ${element.className?.baseVal ?? element.className}> "${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 24)}"`;
  }

  function distance(a, b) {
    const x = Math.max(a.left - b.right, b.left - a.right);
    const y = Math.max(a.top - b.bottom, b.top - a.bottom);
    return x > 0 && y > 0 ? Math.hypot(x, y) : Math.max(x, y);
  }

  function rgb(text) {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  }

  function backgroundOf(element) {
    for (let node = element; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour.a === 1) return colour;
    }
    return { r: 255, g: 255, b: 255 };
  }

  function luminance({ r, g, b }) {
    const [x, y, z] = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function contrast(a, b) {
    const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  }
}
