import { camera } from './camera.js';
import { event } from './event.js';
import { form, result } from './form.js';
import { houses } from './houses.js';
import { person } from './person.js';
import { sign } from './sign.js';
import { sync } from './sync.js';
import { today } from './today.js';
import { visit } from './visit.js';

/** Every page by name; one has a title, a body and, perhaps, actions, each drawn from the app as it stands. */
export const pages = { today, houses, visit, person, event, form, result, sync, sign, camera };
