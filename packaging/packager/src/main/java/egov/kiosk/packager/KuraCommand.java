package egov.kiosk.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program {@code kiosk} beside an Eclipse Kura: it asks the kiosk that runs there, and starts
 * nothing. Our launcher with what it needs and our configuration file, whose values are the
 * defaults of Kura's pages; no bundles, which lie in Kura.
 */
public final class KuraCommand {
  private static final List<String> CARRIED =
      List.of("bin/kiosk", "conf/kiosk.properties", "conf/jvm.args");

  /** Only the screens' server is a bundle's library. */
  private static final String SCREENS = "jetty-";

  private KuraCommand() {}

  /**
   * Writes it.
   *
   * @param tree the assembled kiosk
   * @param to a directory of its own
   */
  public static void write(Path tree, Path to) throws IOException {
    for (String file : CARRIED) {
      copy(tree.resolve(file), to.resolve(file));
    }
    try (Stream<Path> files = Files.list(tree.resolve("lib"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".jar") && !name.startsWith(SCREENS)) {
          copy(file, to.resolve("lib").resolve(name));
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
