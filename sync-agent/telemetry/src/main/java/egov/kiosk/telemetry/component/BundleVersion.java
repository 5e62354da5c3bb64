package egov.kiosk.telemetry.component;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Manifest;

/** The version of the program, as this bundle's manifest has it. */
final class BundleVersion {
  private static final String UNKNOWN = "unknown";

  private BundleVersion() {}

  static String own() {
    try (InputStream stream = BundleVersion.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      String version =
          stream == null
              ? null
              : new Manifest(stream).getMainAttributes().getValue("Bundle-Version");
      return version == null ? UNKNOWN : version;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
