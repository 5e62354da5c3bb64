package egov.kiosk.downlink.store;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that was begun once and will never be again.
 *
 * @param id its identity
 * @param name what was to be done
 * @param expiresAt when the platform's signature runs out; until then it is remembered
 * @param state how far it got
 */
public record LedgerEntry(String id, String name, Instant expiresAt, State state) {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9-]{1,64}) ([a-z-]{1,32}) (\\S{1,40}) (BEGUN|ANSWERED|SENT)");

  /** How far it got. */
  public enum State {
    /** Begun; after a restart nobody knows how far. */
    BEGUN,
    /** Its answer is kept. */
    ANSWERED,
    /** The broker took its answer. */
    SENT
  }

  LedgerEntry in(State changed) {
    return new LedgerEntry(id, name, expiresAt, changed);
  }

  String line() {
    return id + " " + name + " " + expiresAt + " " + state;
  }

  static Optional<LedgerEntry> of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new LedgerEntry(
            matcher.group(1),
            matcher.group(2),
            Instant.parse(matcher.group(3)),
            State.valueOf(matcher.group(4))));
  }
}
