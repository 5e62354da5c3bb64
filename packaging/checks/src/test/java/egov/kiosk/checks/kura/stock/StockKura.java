package egov.kiosk.checks.kura.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
 * A process in the place of stock Kura: a framework that forgets everything at each start, the base
 * services of one line, and {@link StockBundle}. Takes {@code --key value} pairs; each becomes a
 * framework property {@code stock.key}. Knows nothing of our launcher.
 */
public final class StockKura {
  private static final String PREFIX = "stock.";

  private StockKura() {}

  /** Runs until it is stopped. */
  public static void main(String[] words) throws Exception {
    Map<String, String> settings = new HashMap<>();
    int first = words.length % 2;
    for (int i = first; i < words.length; i += 2) {
      settings.put(PREFIX + words[i].substring(2), words[i + 1]);
    }
    settings.put(Constants.FRAMEWORK_STORAGE, settings.get(PREFIX + "storage"));
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put("osgi.compatibility.bootdelegation", "false");
    String packages = settings.get(PREFIX + "system-packages");
    if (packages != null) {
      settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, packages);
    }
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "stop"));
    BundleContext context = framework.getBundleContext();
    start(install(context, Path.of(settings.get(PREFIX + "base"))));
    start(
        List.of(
            context.installBundle(
                "reference:" + Path.of(settings.get(PREFIX + "bundle")).toUri())));
    framework.waitForStop(0);
  }

  private static void stop(Framework framework) {
    try {
      framework.stop();
      framework.waitForStop(15_000);
    } catch (BundleException e) {
      System.err.println("stock: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Installs every jar of a directory where it lies, but the framework's own. */
  static List<Bundle> install(BundleContext context, Path directory)
      throws IOException, BundleException {
    List<Bundle> installed = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        if (!file.getFileName().toString().startsWith("org.eclipse.osgi-")) {
          installed.add(context.installBundle("reference:" + file.toUri()));
        }
      }
    }
    return installed;
  }

  /** Starts those that are no fragments. */
  static void start(List<Bundle> bundles) throws BundleException {
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
  }
}
