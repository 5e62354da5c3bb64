package egov.kiosk.updates.release;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.updates.trust.Role;
import egov.kiosk.updates.trust.TrustedKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each role says, before anybody signed it. */
public final class Metadata {
  private Metadata() {}

  /**
   * A root.
   *
   * @param of whose keys these are
   * @param keys for each role who may sign, and how many must
   */
  public static Map<String, Object> root(
      String of, long version, Instant issued, Instant expires, Map<Role, Keys> keys) {
    Map<String, Object> all = new TreeMap<>();
    Map<String, Object> roles = new TreeMap<>();
    keys.forEach(
        (role, signers) -> {
          signers.keys().forEach(key -> all.put(key.id(), key.hex()));
          roles.put(
              role.word(),
              Map.of(
                  "keyids",
                  signers.keys().stream().map(TrustedKey::id).toList(),
                  "threshold",
                  (long) signers.threshold()));
        });
    Map<String, Object> said = head(Role.ROOT, version, issued, expires);
    said.put("of", of);
    said.put("keys", all);
    said.put("roles", roles);
    return said;
  }

  /** The keys of a role. */
  public record Keys(List<TrustedKey> keys, int threshold) {
    /** Copies. */
    public Keys {
      keys = List.copyOf(keys);
    }
  }

  /** Targets: the releases as {@link TreePacker} tells them. */
  public static Map<String, Object> targets(
      long version, Instant issued, Instant expires, List<Map<String, Object>> releases) {
    Map<String, Object> said = head(Role.TARGETS, version, issued, expires);
    said.put("releases", releases);
    return said;
  }

  /** Snapshot or timestamp: which file of the next role belongs to it. */
  public static Map<String, Object> pointing(
      Role role, long version, Instant issued, Instant expires, long toVersion, byte[] to) {
    Map<String, Object> said = head(role, version, issued, expires);
    said.put(
        (role == Role.TIMESTAMP ? Role.SNAPSHOT : Role.TARGETS).word(),
        Map.of(
            "version",
            toVersion,
            "length",
            (long) to.length,
            "sm3",
            HexFormat.of().formatHex(Sm3.digest(to))));
    return said;
  }

  private static Map<String, Object> head(
      Role role, long version, Instant issued, Instant expires) {
    Map<String, Object> said = new TreeMap<>();
    said.put("_type", role.word());
    said.put("version", version);
    said.put("issued", issued.truncatedTo(ChronoUnit.SECONDS).toString());
    said.put("expires", expires.truncatedTo(ChronoUnit.SECONDS).toString());
    return said;
  }
}
