package egov.kiosk.updates.release;

import egov.kiosk.updates.trust.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes the three files that a server, or a stick, carries beside the parts.
 *
 * @param version of all three
 * @param issued when
 * @param targets who signs what the program is
 * @param online who signs snapshot and timestamp
 */
public record Publication(long version, Instant issued, List<Signer> targets, Signer online) {
  private static final Duration TARGETS_LIFE = Duration.ofDays(183);
  private static final Duration SNAPSHOT_LIFE = Duration.ofDays(14);
  private static final Duration TIMESTAMP_LIFE = Duration.ofDays(3);

  /** Copies. */
  public Publication {
    targets = List.copyOf(targets);
  }

  /** Writes them for some releases. */
  public void write(Path into, List<Map<String, Object>> releases) throws IOException {
    Files.createDirectories(into);
    byte[] signed =
        Signer.file(
            Metadata.targets(version, issued, issued.plus(TARGETS_LIFE), releases), targets);
    Files.write(into.resolve(Role.TARGETS.fileName()), signed);
    renew(into, version, signed);
  }

  /** Signs snapshot and timestamp anew over targets that stay. */
  public void renew(Path into, long targetsVersion, byte[] signedTargets) throws IOException {
    byte[] snapshot =
        Signer.file(
            Metadata.pointing(
                Role.SNAPSHOT,
                version,
                issued,
                issued.plus(SNAPSHOT_LIFE),
                targetsVersion,
                signedTargets),
            List.of(online));
    byte[] timestamp =
        Signer.file(
            Metadata.pointing(
                Role.TIMESTAMP, version, issued, issued.plus(TIMESTAMP_LIFE), version, snapshot),
            List.of(online));
    Files.write(into.resolve(Role.SNAPSHOT.fileName()), snapshot);
    Files.write(into.resolve(Role.TIMESTAMP.fileName()), timestamp);
  }
}
