package egov.kiosk.catalogue.component;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/**
 * The items in this bundle itself, for frameworks whose packages hold bundles and nothing else; our
 * own packages have a directory of them instead.
 */
final class PackagedItems {
  private static final String WHERE = "items";

  private final BundleContext context;

  PackagedItems(BundleContext context) {
    this.context = context;
  }

  /**
   * As files in the bundle's own place of the framework's store, and no others beside them.
   *
   * @return their directory; empty where the bundle holds none
   * @throws IOException when they cannot be written
   */
  Path unpacked() throws IOException {
    Path directory = Files.createDirectories(context.getDataFile(WHERE).toPath());
    Set<Path> written = new HashSet<>();
    Enumeration<URL> items = context.getBundle().findEntries(WHERE, "*.json", false);
    for (URL item : items == null ? List.<URL>of() : Collections.list(items)) {
      Path file = directory.resolve(Path.of(item.getPath()).getFileName());
      try (InputStream in = item.openStream()) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      written.add(file);
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(one -> !written.contains(one)).toList()) {
        Files.delete(file);
      }
    }
    return directory;
  }
}
