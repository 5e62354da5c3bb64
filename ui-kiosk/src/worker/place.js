/** Where the tablet is, if it knows: {lat, lon, metres}, or null after at most five seconds. */
export function whereNow(geolocation = navigator.geolocation) {
  return new Promise((answer) => {
    if (!geolocation) return answer(null);
    geolocation.getCurrentPosition(
      ({ coords }) => answer(point(coords)),
      () => answer(null),
      { timeout: 5_000, maximumAge: 30_000, enableHighAccuracy: true },
    );
  });
}

const EVERY_MILLIS = 30_000;

/** Tells a point about every half minute while it is on. */
export class Patrol {
  #watch = null;
  #last = -Infinity;

  start(told, geolocation = navigator.geolocation) {
    this.#watch = geolocation?.watchPosition(
      ({ coords }) => {
        const now = performance.now();
        if (now - this.#last < EVERY_MILLIS) return;
        this.#last = now;
        told(point(coords));
      },
      () => undefined,
      { enableHighAccuracy: true },
    );
  }

  get on() {
    return this.#watch !== null && this.#watch !== undefined;
  }

  stop(geolocation = navigator.geolocation) {
    if (this.on) geolocation.clearWatch(this.#watch);
    this.#watch = null;
    this.#last = -Infinity;
  }
}

function point({ latitude, longitude, accuracy }) {
  return { lat: latitude, lon: longitude, metres: Math.min(100_000, Math.round(accuracy)) };
}
