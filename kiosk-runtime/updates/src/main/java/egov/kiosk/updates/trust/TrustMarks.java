package egov.kiosk.updates.trust;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * What was believed last, by version; nothing older is believed again.
 *
 * @param root the version of the root
 * @param signedAt the latest time a timestamp was signed at: the clock is never before it
 */
public record TrustMarks(long root, long timestamp, long snapshot, long targets, Instant signedAt) {
  /** Before anything was believed. */
  public static final TrustMarks NONE = new TrustMarks(0, 0, 0, 0, Instant.EPOCH);

  Map<String, String> lines() {
    return Map.of(
        "root", Long.toString(root),
        "timestamp", Long.toString(timestamp),
        "snapshot", Long.toString(snapshot),
        "targets", Long.toString(targets),
        "signed-at", signedAt.toString());
  }

  static TrustMarks of(Map<String, String> lines) {
    try {
      return new TrustMarks(
          Long.parseLong(lines.getOrDefault("root", "0")),
          Long.parseLong(lines.getOrDefault("timestamp", "0")),
          Long.parseLong(lines.getOrDefault("snapshot", "0")),
          Long.parseLong(lines.getOrDefault("targets", "0")),
          Instant.parse(lines.getOrDefault("signed-at", Instant.EPOCH.toString())));
    } catch (NumberFormatException | DateTimeParseException e) {
      // The copy's digest was right, so this program wrote it; another version may write otherwise.
      return NONE;
    }
  }

  /** The higher of each: two keepers never make each other forget. */
  public TrustMarks with(TrustMarks other) {
    // What was seen under the keys of an older root does not count beside a newer one.
    TrustMarks online = root > other.root ? this : other;
    boolean same = root == other.root;
    return new TrustMarks(
        online.root,
        same ? Math.max(timestamp, other.timestamp) : online.timestamp,
        same ? Math.max(snapshot, other.snapshot) : online.snapshot,
        Math.max(targets, other.targets),
        signedAt.isAfter(other.signedAt) ? signedAt : other.signedAt);
  }

  /** After a root took the keys away under which these were seen (TUF §5.3.11). */
  TrustMarks withoutOnline() {
    return new TrustMarks(root, 0, 0, targets, signedAt);
  }
}
