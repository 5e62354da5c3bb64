import { Api } from '../shared/api.js';
import { guard } from '../shared/guards.js';
import './technician-app.js';

guard(window);
document.querySelector('kk-technician').start(new Api(document.querySelector('meta[name=kiosk-token]').content));
