package egov.kiosk.crypto.tool;

import egov.kiosk.crypto.rest.RestKeys;
import egov.kiosk.crypto.rest.RotationNote;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/**
 * {@code list DIRECTORY} and {@code rotate DIRECTORY}, for the kiosk's command line, which finds it
 * as a service. Neither opens a key. Exit codes: 0 done, 1 not, 2 asked wrongly.
 */
public final class KeysTool implements ToolProvider {
  @Override
  public String name() {
    return "kiosk-keys";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      if (arguments.length == 2 && arguments[0].equals("list")) {
        RestKeys.titles(Path.of(arguments[1])).forEach(out::println);
        return 0;
      }
      if (arguments.length == 2 && arguments[0].equals("rotate")) {
        RestKeys.titles(Path.of(arguments[1]));
        new RotationNote(Path.of(arguments[1])).leave();
        out.println("a running kiosk makes a new data key within seconds, another at its start;");
        out.println("what is stored is sealed anew in the background, then the old key destroyed");
        return 0;
      }
      err.println("kiosk: expected list DIRECTORY or rotate DIRECTORY");
      return 2;
    } catch (IOException e) {
      err.println("kiosk: " + e.getMessage());
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }
}
