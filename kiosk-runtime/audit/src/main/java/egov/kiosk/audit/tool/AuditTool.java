package egov.kiosk.audit.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.audit.AuditUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * {@code verify}, {@code export} and {@code note}, for the kiosk's command line, which finds it as
 * a service. Exit codes: 0 done and all is well; 1 the log is not whole, or it could not be done; 2
 * asked wrongly.
 */
public final class AuditTool implements ToolProvider {
  @Override
  public String name() {
    return "kiosk-audit";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      if (arguments.length < 2) {
        throw new IllegalArgumentException("expected verify, export or note, and a directory");
      }
      Path directory = Path.of(arguments[1]);
      List<String> rest = List.of(arguments).subList(2, arguments.length);
      if (arguments[0].equals("note")) {
        return NoteTool.run(directory, rest);
      }
      if (!Files.isDirectory(directory)) {
        throw new NoSuchFileException(directory + " is no directory");
      }
      return switch (arguments[0]) {
        case "verify" -> VerifyTool.run(directory, rest, out);
        case "export" -> ExportTool.run(directory, rest, out);
        default -> throw new IllegalArgumentException("not understood: " + arguments[0]);
      };
    } catch (IllegalArgumentException e) {
      err.println("kiosk: " + e.getMessage());
      return 2;
    } catch (IOException | CryptoException | AuditUnavailableException e) {
      err.println("kiosk: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }
}
