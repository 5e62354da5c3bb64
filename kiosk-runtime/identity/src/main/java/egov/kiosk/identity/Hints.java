package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceStage;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Passes hints on when they change, and not more often than a person can follow. */
final class Hints {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final FaceStage stage;
  private final LongSupplier nanoTime;
  private FaceHint told;
  private long toldAt;

  Hints(FaceStage stage, LongSupplier nanoTime) {
    this.stage = stage;
    this.nanoTime = nanoTime;
  }

  void tell(FaceHint hint) {
    long now = nanoTime.getAsLong();
    if (hint != told && (told == null || now - toldAt >= PAUSE.toNanos())) {
      told = hint;
      toldAt = now;
      stage.hint(hint);
    }
  }
}
