package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.BundleStamp;
import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.LoggerFactory;

/**
 * The embedded OSGi assembly: Equinox, Configuration Admin, Declarative Services and our bundles.
 *
 * <p>Bundles are installed by reference, once, and found again at the next start; a changed file
 * makes the store anew. The configuration file is the truth: what Configuration Admin holds is set
 * from it before the first component is activated.
 */
public final class EmbeddedFramework implements AutoCloseable {
  /** Started first, so that citizens see a page while the rest comes up. */
  private static final String SCREENS_FIRST = "egov.kiosk-local-api";

  private static final String WATCH_SECOND = "egov.kiosk-watch";

  private static final String SCREENS_PID = "local-api";

  /** How the symbolic names of our own bundles begin; the others are libraries and only resolve. */
  private static final String OURS = "egov.kiosk-";

  private static final List<String> SERVICES =
      List.of("org.eclipse.equinox.cm", "org.apache.felix.scr");
  private static final long STOP_MILLIS = 10_000;

  private final Framework framework;

  private EmbeddedFramework(Framework framework) {
    this.framework = framework;
  }

  /**
   * Starts the assembly.
   *
   * @param bundles the bundle files
   * @param storage where the framework keeps its own state; may be deleted at any time
   * @param configuration what components are configured with; read on a second thread while the
   *     framework comes up, and asked for before the first bundle starts
   * @param serving which of our bundles are started, by symbolic name; the others only resolve;
   *     drivers of others are always started
   * @param offer what the launcher offers to the bundles
   * @throws ConfigurationException when the configuration is refused; no bundle was started
   */
  public static EmbeddedFramework start(
      List<Path> bundles,
      Path storage,
      PendingConfiguration configuration,
      Predicate<String> serving,
      Offer offer)
      throws IOException, BundleException, ConfigurationException, InterruptedException {
    String stamp = BundleStamp.of(bundles);
    boolean known = isStamped(storage, stamp);
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow(() -> new IOException("no OSGi framework on the class path"))
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    known ? "none" : "onFirstInit",
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    OfferedPackages.ALL,
                    "osgi.compatibility.bootdelegation",
                    "false",
                    "ds.showtrace",
                    "false"));
    framework.init();
    BundleContext context = framework.getBundleContext();
    // The framework saves its store late: after a power cut it may know fewer bundles than it did.
    for (Path bundle : bundles) {
      if (context.getBundle(location(bundle)) == null) {
        context.installBundle(location(bundle));
      }
    }
    if (!known) {
      Files.writeString(storage.resolve("kiosk.stamp"), stamp);
    }
    framework.start();
    EmbeddedFramework embedded = new EmbeddedFramework(framework);
    try {
      startServices(context);
      Configuration checked = configuration.get();
      FrameworkLog.follow(context, offer::failed);
      offer.to(context);
      startComponents(context, checked, started(bundles, serving));
      offer.served(context);
      return embedded;
    } catch (IOException | BundleException | ConfigurationException | RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  /** Configuration Admin and Declarative Services: nothing of ours runs yet. */
  private static void startServices(BundleContext context) throws IOException, BundleException {
    for (Bundle bundle : context.getBundles()) {
      if (SERVICES.contains(bundle.getSymbolicName())) {
        forget(bundle);
        bundle.start(Bundle.START_TRANSIENT);
      }
    }
  }

  /** Ours by name, drivers of others by place. */
  private static Predicate<Bundle> started(List<Path> bundles, Predicate<String> serving) {
    Set<String> drivers =
        bundles.stream()
            .filter(Installation::isDriver)
            .map(EmbeddedFramework::location)
            .collect(Collectors.toSet());
    // By name, not by header: reading the manifests of third-party jars takes a tenth of the start.
    return bundle ->
        drivers.contains(bundle.getLocation())
            || (bundle.getSymbolicName().startsWith(OURS)
                && serving.test(bundle.getSymbolicName()));
  }

  private static String location(Path bundle) {
    return "reference:" + bundle.toUri();
  }

  private static void startComponents(
      BundleContext context, Configuration configuration, Predicate<Bundle> serving)
      throws IOException, BundleException {
    List<Bundle> components = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getSymbolicName() != null && serving.test(bundle)) {
        components.add(bundle);
      }
    }
    components.sort(Comparator.comparingInt(EmbeddedFramework::rank));
    boolean screens = !components.isEmpty() && isScreens(components.get(0));
    configure(context, screens ? configuration.only(SCREENS_PID) : configuration);
    for (Bundle bundle : components) {
      start(bundle);
      if (isScreens(bundle)) {
        configure(context, configuration.without(SCREENS_PID));
      }
    }
  }

  /** A driver of somebody else that does not start must not keep the kiosk from serving. */
  private static void start(Bundle bundle) throws BundleException {
    try {
      bundle.start(Bundle.START_TRANSIENT);
    } catch (BundleException e) {
      if (bundle.getSymbolicName().startsWith(OURS)) {
        throw e;
      }
      LoggerFactory.getLogger(EmbeddedFramework.class)
          .error(
              "driver {} does not start; its maker must mend it: {}",
              bundle.getSymbolicName(),
              e.getMessage());
    }
  }

  /**
   * Deletes what a framework service kept from the last run. Configuration Admin keeps serialised
   * Java objects, which our JVM refuses to read; the configuration file is the truth anyway.
   */
  private static void forget(Bundle service) throws IOException {
    File kept = service.getDataFile("");
    if (kept == null || !kept.exists()) {
      return;
    }
    try (Stream<Path> files = Files.walk(kept.toPath())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Screens, then the watch, which counts starts that end before the rest is up; then the rest. */
  private static int rank(Bundle bundle) {
    if (isScreens(bundle)) {
      return 0;
    }
    return WATCH_SECOND.equals(bundle.getSymbolicName()) ? 1 : 2;
  }

  private static boolean isScreens(Bundle bundle) {
    return SCREENS_FIRST.equals(bundle.getSymbolicName());
  }

  static void configure(BundleContext context, Configuration configuration) throws IOException {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    ConfigurationAdmin admin = context.getService(reference);
    try {
      for (Map.Entry<String, Map<String, Object>> component : configuration.values().entrySet()) {
        admin
            .getConfiguration(component.getKey(), "?")
            .update(new Hashtable<>(component.getValue()));
      }
    } finally {
      context.ungetService(reference);
    }
  }

  /**
   * A tool that a started bundle offers.
   *
   * @param name as {@link ToolProvider#name()} says it
   */
  Optional<ToolProvider> tool(String name) {
    BundleContext context = framework.getBundleContext();
    try {
      for (ServiceReference<ToolProvider> reference :
          context.getServiceReferences(ToolProvider.class, null)) {
        ToolProvider tool = context.getService(reference);
        if (tool != null && tool.name().equals(name)) {
          return Optional.of(tool);
        }
      }
      return Optional.empty();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter was given", e);
    }
  }

  /** Waits until the framework has stopped. */
  void awaitStop() throws InterruptedException {
    framework.waitForStop(0);
  }

  /** Stops every bundle, the last started first, within {@value #STOP_MILLIS} ms. */
  @Override
  public void close() throws BundleException {
    framework.stop();
    try {
      framework.waitForStop(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isStamped(Path storage, String stamp) throws IOException {
    if (!Files.isDirectory(storage)) {
      Files.createDirectories(
          storage,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path file = storage.resolve("kiosk.stamp");
    return Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).equals(stamp);
  }
}
