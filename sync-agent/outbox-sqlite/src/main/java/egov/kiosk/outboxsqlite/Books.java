package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.outboxsqlite.store.Census;
import egov.kiosk.outboxsqlite.store.DayReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The books (对账), counted from the file itself and not from what is kept in memory, on a connection
 * of their own: the work goes on meanwhile.
 */
final class Books {
  private final Path file;
  private final Guard guard;
  private final Supplier<Optional<Sm3Digest>> sm3;

  Books(Path file, Guard guard, Supplier<Optional<Sm3Digest>> sm3) {
    this.file = file;
    this.guard = guard;
    this.sm3 = sm3;
  }

  Reckoning reckon(LocalDate day) throws OutboxException {
    Sm3Digest digest =
        sm3.get()
            .orElseThrow(
                () ->
                    new OutboxException(
                        Reason.CLOSED, "the books need the SM3 digest, which is not there yet"));
    return guard.read(() -> count(day, digest.start()));
  }

  private Reckoning count(LocalDate day, Sm3Digest.Running digest) throws SQLException {
    try (DayReader reader = new DayReader(file)) {
      long settledThatDay =
          reader.delivered(
              day,
              id -> {
                byte[] line = (id + "\n").getBytes(StandardCharsets.US_ASCII);
                digest.update(line, 0, line.length);
              });
      Census census = reader.census();
      return new Reckoning(
          day,
          census.last(),
          census.rows() - census.pending() - census.deadLetter(),
          census.pending(),
          census.deadLetter(),
          census.last() - census.rows(),
          settledThatDay,
          HexFormat.of().formatHex(digest.finish()));
    }
  }
}
