package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.WithoutKeys;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the queue needs of the rest of the kiosk.
 *
 * @param clock this kiosk's clock
 * @param kioskId the kiosk receipts must be for, as far as it is known yet
 * @param sm3 makes digests, as far as somebody can yet; without it there is no {@link
 *     SqliteOutbox#reckon}
 * @param rest seals what is not sealed for the platform already
 */
public record Surroundings(
    InstantSource clock,
    Supplier<Optional<String>> kioskId,
    Supplier<Optional<Sm3Digest>> sm3,
    RestBox rest) {
  public Surroundings {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(sm3, "sm3");
    Objects.requireNonNull(rest, "rest");
  }

  /** For a queue of a tool or a laboratory, which seals nothing. */
  public Surroundings(
      InstantSource clock, Supplier<Optional<String>> kioskId, Supplier<Optional<Sm3Digest>> sm3) {
    this(clock, kioskId, sm3, new WithoutKeys());
  }
}
