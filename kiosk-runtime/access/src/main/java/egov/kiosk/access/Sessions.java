package egov.kiosk.access;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.SignedIn;
import egov.kiosk.domain.access.StaffRole;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who is signed in; in memory only, so that a start signs everybody out. Of tokens only digests are
 * kept. Safe for use by several threads.
 */
final class Sessions {
  private static final int TOKEN = 32;
  private static final int MOST = 32;

  /** Somebody signed in. */
  record Session(Badge badge, StaffRole role, boolean limited, long began, long used) {
    Session used(long now) {
      return new Session(badge, role, limited, began, now);
    }
  }

  private final Map<String, Session> open = new LinkedHashMap<>();
  private final SecureRandom random;
  private final LongSupplier nanos;
  private final Supplier<AccessSettings> settings;

  Sessions(SecureRandom random, LongSupplier nanos, Supplier<AccessSettings> settings) {
    this.random = random;
    this.nanos = nanos;
    this.settings = settings;
  }

  /** Signs somebody in; when too many are, whoever was first is signed out. */
  synchronized SignedIn begin(Badge badge, StaffRole role, boolean limited) {
    byte[] drawn = new byte[TOKEN];
    random.nextBytes(drawn);
    String token = HexFormat.of().formatHex(drawn);
    long now = nanos.getAsLong();
    if (open.size() >= MOST) {
      open.remove(open.keySet().iterator().next());
    }
    Session session = new Session(badge, role, limited, now, now);
    open.put(digest(token), session);
    return new SignedIn(token, presence(session, now));
  }

  /** Who has the token; something done begins the idle time anew. */
  synchronized Presence find(String token, boolean done) throws AccessException {
    long now = nanos.getAsLong();
    String key = digest(token);
    Session session = open.get(key);
    if (session == null || over(session, now)) {
      // Whoever is over stays until the next sweep, which has it recorded.
      throw AccessException.of(Reason.NOT_SIGNED_IN);
    }
    if (done) {
      session = session.used(now);
      open.put(key, session);
    }
    return presence(session, now);
  }

  /** Takes out and returns whoever fits, e.g. everybody. */
  synchronized List<Session> end(Predicate<Session> which) {
    List<Session> ended = new ArrayList<>();
    open.values()
        .removeIf(
            session -> {
              boolean fits = which.test(session);
              if (fits) {
                ended.add(session);
              }
              return fits;
            });
    return ended;
  }

  /** Takes out and returns whoever was idle or there for too long. */
  List<Session> sweep() {
    long now = nanos.getAsLong();
    return end(session -> over(session, now));
  }

  /** Takes out and returns who has the token. */
  synchronized List<Session> end(String token) {
    Session session = open.remove(digest(token));
    return session == null ? List.of() : List.of(session);
  }

  private boolean over(Session session, long now) {
    AccessSettings set = settings.get();
    return now - session.used() >= set.idle().toNanos()
        || now - session.began() >= set.longest().toNanos();
  }

  private Presence presence(Session session, long now) {
    AccessSettings set = settings.get();
    Duration left = set.longest().minusNanos(now - session.began());
    Duration idleLeft = set.idle().minusNanos(now - session.used());
    return new Presence(
        session.badge(),
        session.role(),
        session.limited(),
        idleLeft.compareTo(left) < 0 ? idleLeft : left,
        left);
  }

  /** Finding by digest also means that how long a search takes tells nothing of a token. */
  private static String digest(String token) {
    return HexFormat.of().formatHex(Sm3.digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
