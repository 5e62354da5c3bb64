package egov.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The peer of the start benchmark: Equinox with Configuration Admin and Declarative Services and
 * nothing of ours, from the same files, found again in its store as ours is.
 */
public final class BareFramework {
  private static final List<String> FILES =
      List.of(
          "org.eclipse.equinox.cm",
          "org.apache.felix.scr",
          "org.osgi.service.component",
          "org.osgi.service.coordinator",
          "org.osgi.util.promise",
          "org.osgi.util.function");

  private BareFramework() {}

  /** Starts it, says so on standard output, and ends when standard input does. */
  public static void main(String[] arguments) throws IOException, BundleException {
    Path bundles = Path.of(arguments[0]);
    Path storage = Path.of(arguments[1]);
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "org.osgi.service.cm;version=1.6.1"));
    framework.init();
    BundleContext context = framework.getBundleContext();
    if (context.getBundles().length == 1) {
      try (Stream<Path> files = Files.list(bundles)) {
        for (Path file : files.sorted().toList()) {
          if (FILES.stream().anyMatch(file.getFileName().toString()::startsWith)) {
            context.installBundle("reference:" + file.toUri());
          }
        }
      }
    }
    framework.start();
    for (Bundle bundle : context.getBundles()) {
      String name = bundle.getSymbolicName();
      if (name.equals(FILES.get(0)) || name.equals(FILES.get(1))) {
        bundle.start(Bundle.START_TRANSIENT);
      }
    }
    if (context.getServiceReference("org.osgi.service.component.runtime.ServiceComponentRuntime")
        == null) {
      throw new IllegalStateException("Declarative Services did not start");
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Wait for the end of input.
    }
    framework.stop();
  }
}
