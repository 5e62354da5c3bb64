package egov.kiosk.checks.kura.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.kura.KuraException;

/**
 * Whoever enters on the console's pages what the file of our own assembly says: after the packages
 * were installed, once. Places are written out, since nobody replaces {@code ${data}} here.
 */
final class Technician {
  /** Of rooms that stay out of this framework, and of our own launcher. */
  private static final Set<String> NOT_HERE = Set.of("watch", "updates");

  private final StockSettings settings;

  Technician(StockSettings settings) {
    this.settings = settings;
  }

  /** Enters everything; does nothing when it was entered before. */
  void configure(Path file) throws IOException, KuraException, InterruptedException {
    Map<String, Map<String, String>> wanted = read(file);
    for (Map.Entry<String, Map<String, String>> page : wanted.entrySet()) {
      awaitListed(page.getKey());
      if (!settings.knew(page.getKey())) {
        settings.update(page.getKey(), page.getValue());
      }
    }
  }

  private void awaitListed(String pid) throws InterruptedException {
    long begun = System.nanoTime();
    while (!settings.listed().contains(pid)) {
      if (System.nanoTime() - begun > 60_000_000_000L) {
        throw new IllegalStateException("no page of the console is called " + pid);
      }
      Thread.sleep(20);
    }
  }

  private static Map<String, Map<String, String>> read(Path file) throws IOException {
    Map<String, Map<String, String>> pages = new TreeMap<>();
    Path data = file.resolveSibling("kiosk-data");
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      int dot = line.indexOf('.');
      // The items lie in the package here: the page's own default.
      if (line.startsWith("#") || line.contains("${home}")) {
        continue;
      }
      String pid = line.substring(0, dot);
      String setting = line.substring(dot + 1, equals).strip();
      String value = line.substring(equals + 1).strip().replace("${data}", data.toString());
      if (pid.equals("uplink") && setting.equals("passwordFile")) {
        // Typed on the bridge's page, which puts it into the file that is there by default.
        put(pages, "kura-bridge", "brokerPassword", Files.readString(Path.of(value)).strip());
      } else if (!NOT_HERE.contains(pid)) {
        put(pages, pid, setting, value);
      }
    }
    return pages;
  }

  private static void put(
      Map<String, Map<String, String>> pages, String pid, String setting, String value) {
    pages.computeIfAbsent(pid, page -> new LinkedHashMap<>()).put(setting, value);
  }
}
