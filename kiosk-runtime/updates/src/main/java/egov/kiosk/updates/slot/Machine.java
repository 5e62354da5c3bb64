package egov.kiosk.updates.slot;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a release is compared with.
 *
 * @param arch as {@code dpkg --print-architecture} names it
 * @param hardware the machine's name; empty when it has none
 * @param clock what time the machine says it is
 * @param built when this program was built
 */
public record Machine(String arch, String hardware, Supplier<Instant> clock, Instant built) {
  /** The architecture of this process, in Debian's words. */
  public static String archHere() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      case "loongarch64" -> "loong64";
      default -> "unknown";
    };
  }
}
