import { Api } from '../shared/api.js';
import { FreshPage } from '../shared/fresh-page.js';
import { guard } from '../shared/guards.js';
import './technician-app.js';

guard(window);
const token = document.querySelector('meta[name=kiosk-token]').content;
const fresh = new FreshPage(token);
document.querySelector('kk-technician').start(new Api(token, fresh.fetch), fresh);
