package egov.kiosk.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a town is built from.
 *
 * @param kiosk the runtime's tree, as the distribution makes it
 * @param cache where face pack and demonstration faces were fetched to
 * @param shim the V4L2 shim library
 * @param work an own directory for this town; everything it writes is below it
 * @param line how the kiosk reaches the platform
 */
public record TownLayout(Path kiosk, Path cache, Path shim, Path work, TownLine line) {
  /** As above, on a national line. */
  public TownLayout(Path kiosk, Path cache, Path shim, Path work) {
    this(kiosk, cache, shim, work, TownLine.NATIONAL);
  }

  Path pki() {
    return work.resolve("pki");
  }

  /** The runtime's data directory. */
  public Path data() {
    return work.resolve("kiosk-data");
  }

  /** Where every process logs to. */
  public Path logs() {
    return work.resolve("logs");
  }

  Path slips() {
    return work.resolve("slips");
  }

  Path platform() {
    return work.resolve("platform");
  }

  /** Where the platform keeps what belongs to transactions, sealed slips among it. */
  public Path attachments() {
    return platform().resolve("attachments");
  }

  /** What the platform got last from a kiosk as an attachment; null when there is none. */
  Path newestAttachment(String kioskId) throws IOException {
    Path kept = attachments().resolve(kioskId);
    if (!Files.isDirectory(kept)) {
      return null;
    }
    try (Stream<Path> files = Files.list(kept)) {
      // Their names are identities that sort by time; what is being written begins with a dot.
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .max(Comparator.comparing(Path::getFileName))
          .orElse(null);
    }
  }

  Path camera() {
    return work.resolve("camera");
  }

  /** The camera's device node; there while the camera is plugged in. */
  Path cameraNode() {
    return camera().resolve("video0");
  }

  /** The card reader's serial port. */
  public Path readerPort() {
    return work.resolve("ttyIDR");
  }

  /** The code scanner's serial port. */
  Path scannerPort() {
    return work.resolve("ttySCAN");
  }

  /** The cabinet board's serial port. */
  Path cabinetPort() {
    return work.resolve("ttyBOARD");
  }

  /** A demonstration picture, e.g. {@code same-01.jpg}. */
  Path face(String name) {
    return cache.resolve("faces").resolve(name);
  }
}
