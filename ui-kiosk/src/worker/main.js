import { guardBursts } from '../shared/burst-guard.js';
import { guard } from '../shared/guards.js';
import { FreshPage } from '../shared/fresh-page.js';
import { QuietCorner } from '../shared/quiet-corner.js';
import './worker-app.js';

guard(window);
const app = document.querySelector('kk-worker-app');
guardBursts(window, () => Boolean(app.session));
const token = document.querySelector('meta[name=kiosk-token]').content;
// Technicians come in the same way as at a kiosk, and only while nobody works or walks here.
new QuietCorner({ allowed: () => !app.session && !app.patrolling, open: () => new FreshPage(token).leaveFor('/technician#worker', 1) }).listen(window);
