package egov.kiosk.bench.packaging;

import egov.kiosk.bench.BareFramework;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Equinox, Configuration Admin and Declarative Services, and nothing else, with the kiosk's
 * options.
 */
final class BareProcess {
  private final Path kiosk;
  private final Path work;

  BareProcess(Path kiosk, Path work) {
    this.kiosk = kiosk;
    this.work = work;
  }

  /** Starts it; returns when it is up. */
  Process start() throws IOException {
    String classes =
        String.join(
            ":",
            place(BareFramework.class),
            place(FrameworkFactory.class),
            place(ConfigurationAdmin.class));
    Process process =
        new ProcessBuilder(
                List.of(
                    "java",
                    "@" + kiosk.resolve("conf/jvm.args"),
                    "-cp",
                    classes,
                    BareFramework.class.getName(),
                    kiosk.resolve("bundles").toString(),
                    work.resolve("bare-store").toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"ready".equals(out.readLine())) {
      throw new IOException("the bare framework did not start");
    }
    return process;
  }

  private static String place(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
