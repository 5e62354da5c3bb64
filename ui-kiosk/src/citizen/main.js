import { Api } from '../shared/api.js';
import { fitScreen } from '../shared/fit-screen.js';
import { guard } from '../shared/guards.js';
import './kiosk-app.js';

guard(window);
fitScreen(window);
const token = document.querySelector('meta[name=kiosk-token]').content;
document.querySelector('kiosk-app').start(new Api(token));
