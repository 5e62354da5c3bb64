import { guard } from '../shared/guards.js';
import './worker-app.js';

guard(window);
