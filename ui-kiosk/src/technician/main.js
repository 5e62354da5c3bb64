import { Api } from '../shared/api.js';
import { guardBursts } from '../shared/burst-guard.js';
import { FreshPage } from '../shared/fresh-page.js';
import { guard } from '../shared/guards.js';
import './technician-app.js';

guard(window);
const token = document.querySelector('meta[name=kiosk-token]').content;
const fresh = new FreshPage(token);
const app = document.querySelector('kk-technician');
guardBursts(window, () => Boolean(app.session) || Boolean(app.first.asks));
app.start(new Api(token, fresh.fetch), fresh);
