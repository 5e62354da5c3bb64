package egov.kiosk.access;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Challenge;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The challenges that wait for an answer. What is verified is the text this kiosk wrote down when
 * it drew it, so that an answer to another kiosk, another badge or another time is one to another
 * text. Safe for use by several threads.
 */
final class Challenges {
  static final Duration LIFE = Duration.ofSeconds(60);

  /** So that a stranger who asks for many neither fills the memory nor pushes others' out soon. */
  private static final int MOST = 256;

  private static final int MOST_OF_ONE = 4;
  private static final int NONCE = 32;

  private record Waiting(Badge badge, String text, long drawn) {}

  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Supplier<String> kioskId;
  private final SecureRandom random;
  private final InstantSource clock;
  private final LongSupplier nanos;

  Challenges(
      Supplier<String> kioskId, SecureRandom random, InstantSource clock, LongSupplier nanos) {
    this.kioskId = kioskId;
    this.random = random;
    this.clock = clock;
    this.nanos = nanos;
  }

  synchronized Challenge draw(Badge badge) {
    long now = nanos.getAsLong();
    waiting.values().removeIf(old -> now - old.drawn() > LIFE.toNanos());
    if (waiting.values().stream().filter(old -> old.badge().equals(badge)).count() >= MOST_OF_ONE) {
      removeFirst(badge);
    }
    if (waiting.size() >= MOST) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    byte[] drawn = new byte[NONCE];
    random.nextBytes(drawn);
    String nonce = HexFormat.of().formatHex(drawn);
    String text =
        "egov.kiosk sign-in 1\nkiosk "
            + kioskId.get()
            + "\nbadge "
            + badge
            + "\ntime "
            + clock.instant().truncatedTo(ChronoUnit.SECONDS)
            + "\nnonce "
            + nonce
            + "\n";
    waiting.put(nonce, new Waiting(badge, text, now));
    return new Challenge(nonce, text, LIFE);
  }

  private void removeFirst(Badge badge) {
    Iterator<Waiting> all = waiting.values().iterator();
    while (all.hasNext()) {
      if (all.next().badge().equals(badge)) {
        all.remove();
        return;
      }
    }
  }

  /**
   * Takes a challenge out: whatever the answer is worth, there is no second one to it.
   *
   * @return what had to be signed; empty when there is no such challenge for this badge any more
   */
  synchronized Optional<byte[]> take(String nonce, Badge badge) {
    Waiting found = waiting.remove(nonce);
    if (found == null
        || !found.badge().equals(badge)
        || nanos.getAsLong() - found.drawn() > LIFE.toNanos()) {
      return Optional.empty();
    }
    return Optional.of(found.text().getBytes(StandardCharsets.US_ASCII));
  }
}
