package egov.kiosk.updates.trust;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.json.Members;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A root that is believed: which keys speak for which role (TUF §4.3). Immutable. */
public final class Root {
  private static final int MOST_KEYS = 32;
  private static final int LONGEST_NAME = 64;

  private final SignedMetadata metadata;
  private final Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
  private final String of;

  private Root(byte[] bytes) throws UpdateRefusedException {
    metadata = SignedMetadata.read(Role.ROOT, bytes);
    Map<String, TrustedKey> keys = keys(metadata.body().object("keys"));
    Members said = metadata.body().object("roles");
    for (Role role : Role.values()) {
      roles.put(role, role(said.object(role.word()), keys));
    }
    said.done();
    if (metadata.body().names().contains("of")) {
      of = metadata.body().text("of");
      if (of.isBlank() || of.length() > LONGEST_NAME) {
        throw metadata.body().wrong("of");
      }
    } else {
      of = "";
    }
    metadata.body().done();
  }

  /**
   * The root a machine was given with its program: nobody signs for the first, but itself.
   *
   * @throws UpdateRefusedException when it is malformed or does not sign for itself
   */
  public static Root first(byte[] bytes) throws UpdateRefusedException {
    Root root = new Root(bytes);
    root.demand(Role.ROOT, root.metadata);
    return root;
  }

  /**
   * The next root, which both this one and itself must have signed (TUF §5.3.4).
   *
   * @throws UpdateRefusedException {@link Refusal#OLDER} when it is not exactly the next
   */
  public Root next(byte[] bytes) throws UpdateRefusedException {
    Root next = new Root(bytes);
    demand(Role.ROOT, next.metadata);
    next.demand(Role.ROOT, next.metadata);
    if (next.version() != version() + 1) {
      throw new UpdateRefusedException(
          Refusal.OLDER,
          "after root version %d comes %d and not %d"
              .formatted(version(), version() + 1, next.version()));
    }
    return next;
  }

  private static Map<String, TrustedKey> keys(Members said) throws UpdateRefusedException {
    Map<String, TrustedKey> keys = new HashMap<>();
    if (said.names().size() > MOST_KEYS) {
      throw said.wrong("(more than " + MOST_KEYS + " keys)");
    }
    for (String id : said.names()) {
      TrustedKey key = TrustedKey.read(said.text(id));
      if (!key.id().equals(id)) {
        throw new UpdateRefusedException(Refusal.MALFORMED, "a key of the root has another id");
      }
      keys.put(id, key);
    }
    return keys;
  }

  private static RoleKeys role(Members said, Map<String, TrustedKey> keys)
      throws UpdateRefusedException {
    List<String> ids = said.texts("keyids", MOST_KEYS);
    int threshold = (int) said.number("threshold", MOST_KEYS);
    said.done();
    Map<String, TrustedKey> own = new HashMap<>();
    for (String id : ids) {
      if (!keys.containsKey(id)) {
        throw said.wrong("keyids");
      }
      own.put(id, keys.get(id));
    }
    if (threshold < 1 || threshold > own.size() || own.size() != ids.size()) {
      throw said.wrong("threshold");
    }
    return new RoleKeys(own, threshold);
  }

  void demand(Role role, SignedMetadata signed) throws UpdateRefusedException {
    roles.get(role).demand(signed);
  }

  /** Whether the keys of a role are others than there: what was seen under them counts no more. */
  boolean changes(Role role, Root before) {
    Set<String> mine = new HashSet<>(roles.get(role).keys().keySet());
    return !mine.equals(before.roles.get(role).keys().keySet());
  }

  void demandFresh(Instant now) throws UpdateRefusedException {
    metadata.demandFresh(now);
  }

  /** The version, from 1. */
  public long version() {
    return metadata.version();
  }

  /** Whose keys these are, as the root says; empty when it does not. */
  public String of() {
    return of;
  }

  /** Until when it is good. */
  public Instant expires() {
    return metadata.expires();
  }
}
