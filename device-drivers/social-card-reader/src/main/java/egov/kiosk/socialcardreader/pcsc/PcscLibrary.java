package egov.kiosk.socialcardreader.pcsc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells the JDK where the machine's PC/SC library is and that the driver follows status words
 * itself. The JDK reads both once, when its first class is loaded.
 */
final class PcscLibrary {
  private static final String PROPERTY = "sun.security.smartcardio.library";

  /** Debian ships the library without the name the JDK looks for, other systems elsewhere. */
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/libpcsclite.so.1",
          "/usr/lib/aarch64-linux-gnu/libpcsclite.so.1",
          "/usr/lib/loongarch64-linux-gnu/libpcsclite.so.1",
          "/usr/lib64/libpcsclite.so.1",
          "/usr/lib/libpcsclite.so.1");

  private PcscLibrary() {}

  /**
   * Sets the JDK's properties, unless somebody has set them.
   *
   * @param configured the library's path; empty looks at the usual places
   */
  static void announce(String configured) {
    if (!configured.isEmpty()) {
      System.setProperty(PROPERTY, configured);
    } else if (System.getProperty(PROPERTY) == null) {
      PLACES.stream()
          .filter(place -> Files.isReadable(Path.of(place)))
          .findFirst()
          .ifPresent(place -> System.setProperty(PROPERTY, place));
    }
    System.setProperty("sun.security.smartcardio.t0GetResponse", "false");
    System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
  }
}
