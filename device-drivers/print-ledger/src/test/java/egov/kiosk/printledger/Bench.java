package egov.kiosk.printledger;

import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A desk in a directory, with time that a test moves by waiting. */
final class Bench implements AutoCloseable {
  static final TransactionId TRANSACTION =
      new TransactionId("018bcfe5-6800-7000-8000-0123456789ab");
  static final PageDocument COPY = new PageDocument.Pdf(new byte[] {'%', 'P', 'D', 'F'}, 2);
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Any 32-byte hash does here; the real one has its vectors in the room crypto. */
  static final Sm3Digest HASH =
      () -> {
        MessageDigest digest = sha256();
        return new Sm3Digest.Running() {
          @Override
          public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
          }

          @Override
          public byte[] finish() {
            return digest.digest();
          }
        };
      };

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  final Ledger ledger;
  final LedgerDesk desk;
  Optional<PagePrinter> pages = Optional.empty();
  Optional<Printer> receipts = Optional.empty();

  Bench(Path directory) throws IOException {
    ledger = Ledger.open(new Shelf(directory, Duration.ofDays(30), Instant::now), Instant::now);
    desk =
        new LedgerDesk(
            ledger,
            new LedgerDesk.Devices(() -> receipts, () -> pages),
            HASH,
            new Patience() {
              private long nanos;

              @Override
              public long nanos() {
                return nanos;
              }

              @Override
              public void sleep(Duration time) {
                nanos += time.toNanos();
              }
            });
  }

  Bench with(PagePrinter printer) {
    pages = Optional.of(printer);
    return this;
  }

  @Override
  public void close() throws IOException {
    desk.close();
  }
}
