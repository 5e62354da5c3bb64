package egov.kiosk.retention;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kiosk with stores, an audit log and a platform that may tell the time. */
final class Hall implements Surroundings, AuditLog {
  static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

  final List<RetainedStore> stores = new ArrayList<>();
  final List<AuditEvent> records = new ArrayList<>();
  boolean serving;
  boolean auditing = true;
  long nanos = 7;
  DailyRetention retention;
  private final Path directory;

  Hall(Path directory) throws IOException {
    this.directory = directory;
    start();
  }

  void start() throws IOException {
    RetentionSettings settings =
        new RetentionSettings(directory, 3, ZoneId.of("Asia/Shanghai"), Map.of());
    retention = new DailyRetention(settings, this, () -> nanos);
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** The platform signs a receipt. */
  void receipt(Instant at) {
    retention.settled(
        new PlatformReceipt(
            "lab-000001",
            TransactionId.create(at),
            "0".repeat(64),
            PlatformReceipt.Outcome.ACCEPTED,
            Optional.of("3301-000042"),
            Optional.empty(),
            at));
  }

  @Override
  public List<RetainedStore> stores() {
    return stores;
  }

  @Override
  public AuditLog audit() {
    return this;
  }

  @Override
  public boolean serving() {
    return serving;
  }

  @Override
  public void record(AuditEvent event) {
    records.add(event);
  }

  @Override
  public void require(AuditEvent event) throws AuditUnavailableException {
    if (!auditing) {
      throw new AuditUnavailableException(AuditUnavailableException.Reason.FULL, "full");
    }
    records.add(event);
  }
}
