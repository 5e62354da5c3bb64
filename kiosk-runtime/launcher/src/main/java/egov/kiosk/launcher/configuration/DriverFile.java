package egov.kiosk.launcher.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A file in {@code drivers/}: somebody else's, so it is looked at before the framework sees it, and
 * one that can be no driver is left out instead of keeping the kiosk from serving.
 *
 * @param path the file
 */
record DriverFile(Path path) {
  private static final String OURS = "egov.kiosk-";

  /** Why this is no driver, with what to do; empty when it may be one. */
  Optional<String> complaint() {
    try (JarFile jar = new JarFile(path.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      String name =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
      if (name == null) {
        return said("is no OSGi bundle: its manifest has no Bundle-SymbolicName");
      }
      if (name.startsWith(OURS)) {
        return said("is called as only the house's bundles are, " + OURS + "…");
      }
      MetatypeReader.read(List.of(path));
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return said("cannot be read (" + e.getMessage() + ")");
    }
  }

  private Optional<String> said(String what) {
    return Optional.of(
        "driver " + path + " " + what + "; it is left out: replace the file or remove it");
  }
}
