// A page with the screens' own guard. Tells the test how it is, and tries what the test asks for.
import { guard } from './guards.js';

const tell = (what) => fetch('/told', { method: 'POST', body: what, keepalive: true });

if (!new URLSearchParams(location.search).has('open')) guard(window);

setInterval(() => tell(`beat ${document.visibilityState} ${location.pathname}`), 200);
tell('loaded');

const attempts = {
  open: () => String(window.open('http://127.0.0.1:' + other() + '/stolen')),
  leave: () => {
    location.href = 'http://127.0.0.1:' + other() + '/stolen';
    return 'left';
  },
  file: () => {
    document.querySelector('input').click();
    return 'asked';
  },
  print: () => {
    window.print();
    return 'printed';
  },
  download: () => {
    document.querySelector('a').click();
    return 'clicked';
  },
  history: () => {
    addEventListener('popstate', () => tell('went back'));
    history.pushState({}, '', '/second');
    return 'moved';
  },
  devices: async () => {
    const tries = [
      () => navigator.mediaDevices.getUserMedia({ video: true }),
      () => navigator.usb.requestDevice({ filters: [] }),
      () => navigator.hid.requestDevice({ filters: [] }),
      () => navigator.serial.requestPort(),
      () => navigator.clipboard.readText(),
    ];
    const got = [];
    for (const one of tries) {
      try {
        const given = await one();
        got.push(Array.isArray(given) && given.length === 0 ? 'refused' : 'given');
      } catch (refused) {
        got.push('refused');
      }
    }
    return got.join(' ');
  },
};
const other = () => document.body.dataset.other;

let asked = '';
document.addEventListener('pointerup', async () => {
  const attempt = await (await fetch('/attempt')).text();
  if (attempts[attempt] && attempt !== asked) {
    asked = attempt;
    let result;
    try {
      result = await attempts[attempt]();
    } catch (error) {
      result = 'error ' + error.name;
    }
    tell(`${attempt}: ${result}`);
  }
}, { capture: true });
