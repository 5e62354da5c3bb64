package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.Installation;
import egov.kiosk.launcher.logging.KioskLogging;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;

/**
 * Tools that come with the bundles, run on their plain classes, with no framework and no component
 * around: for looking at what a start would change.
 */
public final class BundleTools {
  private BundleTools() {}

  /**
   * Runs a tool.
   *
   * @return its exit code
   */
  public static int run(
      Installation installation, String name, PrintWriter out, PrintWriter err, String... arguments)
      throws IOException {
    System.setProperty(KioskLogging.CONSOLE, "false");
    List<URL> jars = new ArrayList<>();
    for (Path bundle : installation.bundles()) {
      jars.add(url(bundle));
    }
    try (URLClassLoader loader =
        new URLClassLoader(
            "bundles", jars.toArray(new URL[0]), BundleTools.class.getClassLoader())) {
      for (ToolProvider tool : ServiceLoader.load(ToolProvider.class, loader)) {
        if (tool.name().equals(name)) {
          return tool.run(out, err, arguments);
        }
      }
    }
    throw new IOException("this installation has no " + name + "; install it again");
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
