package egov.kiosk.contract;

import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.SequenceRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Statements and orders of every shape. */
final class FleetSample {
  static final long LARGEST = (1L << 53) - 1;
  private static final Instant LATER = Instant.parse("2026-06-01T09:00:00Z");

  private FleetSample() {}

  static List<Statement> statements() {
    return List.of(
        new Reconciliation(
            Sample.ID,
            Sample.KIOSK,
            Sample.NOW,
            new Reckoning(LocalDate.of(2026, 5, 31), 12, 10, 1, 1, 0, 3, "0f".repeat(32))),
        new Incident(Sample.ID, Sample.KIOSK, Sample.NOW, List.of()),
        new Incident(
            Sample.ID,
            Sample.KIOSK,
            Sample.NOW,
            Collections.nCopies(1000, new SequenceRange(LARGEST - 1, LARGEST))),
        manifest());
  }

  static AttachmentManifest manifest() {
    return new AttachmentManifest(
        Sample.ID,
        Sample.KIOSK,
        Sample.OTHER_ID,
        "id-copy",
        "image/jpeg",
        AttachmentManifest.MAX_BYTES,
        "0f".repeat(32),
        32768,
        "0123456789abcdef".repeat(2));
  }

  static List<Order> orders() {
    return List.of(
        new Order.Configuration(Sample.KIOSK, Sample.NOW, 0, Map.of()),
        new Order.Configuration(
            Sample.KIOSK,
            Sample.NOW,
            LARGEST,
            Map.of("flow", Map.of("site", "政务服务中心", "a", ""), "outbox", Map.of())),
        new Order.Catalogue(Sample.KIOSK, Sample.NOW, 3, List.of()),
        new Order.Catalogue(
            Sample.KIOSK, Sample.NOW, 3, List.of("{\"a\":\"\\n\"}", "事".repeat(60_000))),
        new Order.Command(Sample.KIOSK, Sample.NOW, "c-17", "restart", Map.of("delay", "5"), LATER),
        new Order.Answer(Sample.KIOSK, Sample.NOW, Sample.ID.value(), "AAECAwQFBgcICQoLDA0ODw=="),
        new Order.Progress(
            Sample.KIOSK, Sample.NOW, LARGEST, Sample.ID, ProgressStage.SUPPLEMENT, LATER),
        new Order.MissingChunks(
            Sample.KIOSK,
            Sample.NOW,
            Sample.ID.value(),
            IntStream.range(0, 1000).boxed().toList()));
  }
}
