package egov.kiosk.uplinkmqtt.link;

import java.util.concurrent.atomic.AtomicReference;

/** How far a transport's connection is: it opens once and ends once. Safe for several threads. */
final class Phase {
  private final AtomicReference<Step> step = new AtomicReference<>(Step.OPENING);

  private enum Step {
    OPENING,
    OPEN,
    ENDED
  }

  /** Now open, unless it ended before. */
  boolean open() {
    return step.compareAndSet(Step.OPENING, Step.OPEN);
  }

  /** Now ended; whether it was open until now. */
  boolean end() {
    return step.getAndSet(Step.ENDED) == Step.OPEN;
  }

  boolean ended() {
    return step.get() == Step.ENDED;
  }
}
