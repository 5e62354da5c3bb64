package egov.kiosk.audit;

import egov.kiosk.audit.store.LogSettings;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSigner;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A kiosk with a key, a clock that can be turned and a line that takes or does not. */
public final class Lab implements AuditSigner, FleetLine {
  public static final String KIOSK = "zj-hz-000001";
  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  public final Path directory;
  public final IssuedKey key;
  public final List<String> sent = new ArrayList<>();
  public boolean takes = true;
  public boolean keyThere = true;
  public Instant time = NOON;
  public long nanos = 1_000_000;
  public long segmentBytes = 1 << 20;
  public long budgetBytes = 64 << 20;
  public Instant floor = FROM;
  public TrailSettings often = new TrailSettings(1_000_000, Duration.ofDays(1));
  private final Sm2Signing signing;

  public Lab(Path directory) throws CryptoException {
    SecureRandom random = new SecureRandom();
    CertificateAuthority authority =
        CertificateAuthority.create(
            "lab-root", FROM, Instant.parse("2027-12-31T00:00:00Z"), random);
    this.directory = directory;
    key = authority.issue(KIOSK, CertificateUse.SIGN, FROM, Instant.parse("2027-12-31T00:00:00Z"));
    signing = new Sm2Signing(key.key(), random);
  }

  public LogSettings settings() {
    return new LogSettings(
        directory, KIOSK, "0.1.0", segmentBytes, budgetBytes, Duration.ofDays(184), floor);
  }

  public AuditTrail open() throws IOException {
    return AuditTrail.open(
        settings(),
        often,
        new AuditTrail.Around(
            () -> keyThere ? Optional.of(this) : Optional.empty(), () -> Optional.of(this)),
        () -> time,
        () -> nanos);
  }

  public List<Sm2Certificate> certificates() {
    return List.of(key.certificate());
  }

  /** Both clocks go on. */
  public void pass(Duration elapsed) {
    time = time.plus(elapsed);
    nanos += elapsed.toNanos();
  }

  /** An event that is on the disk when it is recorded. */
  public static AuditEvent lasting(int n) {
    return AuditEvent.of(AuditActor.TECHNICIAN, AuditAction.OUTBOX_RETRY, AuditResult.DONE)
        .with(AuditAttribute.COUNT, n);
  }

  /** An event that may wait. */
  public static AuditEvent cheap(int n) {
    return AuditEvent.of(AuditActor.CITIZEN, AuditAction.PRINTED, AuditResult.DONE)
        .with(AuditAttribute.COUNT, n);
  }

  @Override
  public Signed sign(byte[] statement) {
    try {
      return new Signed(key.certificate().encoded(), signing.sign(statement));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] certificate() {
    return key.certificate().encoded();
  }

  @Override
  public CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    if (channel == UpChannel.AUDIT && takes) {
      sent.add(new String(payload, StandardCharsets.US_ASCII));
    }
    return CompletableFuture.completedFuture(takes);
  }

  @Override
  public int maxBytes() {
    return 60_000;
  }
}
