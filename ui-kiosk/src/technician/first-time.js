const PATH = '/api/technician/first-start';
const STARTING_MILLIS = 1_500;
/** As long as an enrolment desk may take. */
const PATIENCE_MILLIS = 100_000;

/** A machine that is nobody yet: whether it waits for its first technician, and what came of their try. */
export class FirstTime {
  /** What it asks for; null when people sign in. `over`: it did ask, and somebody works here now. */
  asks = null;
  #app;

  constructor(app) {
    this.#app = app;
  }

  /** Whether this machine waits for its first technician; while the rooms behind the page come up, asks again. */
  async look() {
    const app = this.#app;
    try {
      const answer = await app.api.post(`${PATH}/state`, {});
      if (!answer?.open || app.session) return;
      this.asks = answer;
      app.requestUpdate();
    } catch (refused) {
      if (refused.code === 'STARTING') setTimeout(() => app.session || this.look(), STARTING_MILLIS);
    }
  }

  /** Tries it; whoever is refused because the machine has its technician meanwhile is told where they go on. */
  async begin(sheet) {
    const app = this.#app;
    const taken = await app.asked(() => app.api.post(`${PATH}/begin`, sheet, PATIENCE_MILLIS));
    if (taken) return app.restarts('setup.restart');
    const now = await app.api.post(`${PATH}/state`, {}).catch(() => null);
    if (now && !now.open && this.asks) this.asks = { ...this.asks, over: true };
    return app.requestUpdate();
  }

  /** Somebody has a badge here after all. */
  leave() {
    this.asks = null;
    this.#app.own = {};
    this.#app.problem = null;
    this.#app.requestUpdate();
  }
}
