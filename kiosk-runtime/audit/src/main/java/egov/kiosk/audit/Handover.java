package egov.kiosk.audit;

import egov.kiosk.audit.store.AnchorFile;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Hands the newest signed head over to the platform, one at a time, again and again until the
 * broker took it. For one thread.
 */
final class Handover {
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final AnchorFile anchors;
  private final Supplier<Optional<FleetLine>> line;
  private final LongSupplier nanos;
  private AuditAnchor underWay;
  private CompletableFuture<Boolean> outcome;
  private long quietUntil;

  Handover(AnchorFile anchors, Supplier<Optional<FleetLine>> line, LongSupplier nanos) {
    this.anchors = anchors;
    this.line = line;
    this.nanos = nanos;
    quietUntil = nanos.getAsLong();
  }

  /** Moves on; to be called about once a second. */
  void beat() throws IOException {
    if (outcome != null) {
      if (!outcome.isDone()) {
        return;
      }
      boolean taken = outcome.join();
      outcome = null;
      if (taken) {
        anchors.taken(underWay);
      } else {
        quietUntil = nanos.getAsLong() + PAUSE;
      }
    }
    Optional<AuditAnchor> next = anchors.pending();
    Optional<FleetLine> open = line.get();
    if (next.isEmpty() || open.isEmpty() || nanos.getAsLong() - quietUntil < 0) {
      return;
    }
    byte[] payload = next.get().json().getBytes(StandardCharsets.US_ASCII);
    if (payload.length > open.get().maxBytes()) {
      return;
    }
    anchors.sending(next.get());
    underWay = next.get();
    outcome =
        open.get()
            .send(UpChannel.AUDIT, payload)
            .exceptionally(failure -> false)
            .toCompletableFuture();
  }
}
