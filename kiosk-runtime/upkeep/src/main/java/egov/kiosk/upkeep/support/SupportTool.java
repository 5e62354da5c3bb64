package egov.kiosk.upkeep.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/**
 * {@code SETTINGS LOGS OUT [NAME TEXT ...]} for the kiosk's command line, which finds it as a
 * service: works also where the runtime does not start. Exit codes: 0 done; 1 not written; 2 asked
 * wrongly.
 */
public final class SupportTool implements ToolProvider {
  @Override
  public String name() {
    return "kiosk-support-bundle";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (arguments.length < 3 || arguments.length % 2 == 0) {
      err.println("kiosk: expected settings, logs, file, and names with texts");
      return 2;
    }
    Map<String, String> parts = new TreeMap<>();
    for (int i = 3; i < arguments.length; i += 2) {
      parts.put(arguments[i], arguments[i + 1]);
    }
    Path file = Path.of(arguments[2]);
    try (OutputStream to = create(file)) {
      new SupportBundle(Optional.of(Path.of(arguments[0])), Path.of(arguments[1])).write(to, parts);
      return 0;
    } catch (IOException e) {
      err.println("kiosk: " + file + " could not be written: " + e.getClass().getSimpleName());
      return 1;
    }
  }

  /** For its owner only, and never over something else. */
  static OutputStream create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.newOutputStream(file, StandardOpenOption.WRITE);
  }
}
