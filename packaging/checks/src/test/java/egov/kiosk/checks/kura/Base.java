package egov.kiosk.checks.kura;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** The standard services the framework offers, from the test's own class path, and the bridge. */
final class Base implements AutoCloseable {
  private static final List<String> BUNDLES =
      List.of(
          "org.eclipse.equinox.cm",
          "org.eclipse.equinox.metatype",
          "org.osgi.service.coordinator",
          "org.osgi.service.component",
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.apache.felix.scr",
          "kiosk-domain",
          "kiosk-launcher-port",
          "kiosk-kura-signatures");

  private final Framework framework;

  private Base(Framework framework) {
    this.framework = framework;
  }

  static Base start(Path storage) throws Exception {
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "org.osgi.service.cm;version=1.6.1,org.osgi.service.metatype;version=1.4.1,"
                        + "org.slf4j;version=2.0.20,org.slf4j.event;version=2.0.20,"
                        + "org.slf4j.helpers;version=2.0.20,org.slf4j.spi;version=2.0.20"));
    framework.start();
    Base base = new Base(framework);
    List<Bundle> installed = new ArrayList<>();
    for (String name : BUNDLES) {
      installed.add(base.context().installBundle("reference:" + jar(name).toUri()));
    }
    for (Bundle bundle : installed) {
      bundle.start();
    }
    return base;
  }

  /** A jar of the test's class path. */
  static Path jar(String name) {
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path path = Path.of(entry);
      if (path.getFileName().toString().matches(name + "-[0-9].*[.]jar")) {
        return path;
      }
    }
    throw new IllegalStateException(name + " is not on the test's class path");
  }

  /** Installs bundles, and gives what is missing of those that do not resolve. */
  List<String> unresolved(List<Path> files) throws Exception {
    List<Bundle> installed = new ArrayList<>();
    for (Path file : files) {
      if (BUNDLES.stream().noneMatch(file.getFileName().toString()::startsWith)) {
        installed.add(context().installBundle("reference:" + file.toUri()));
      }
    }
    framework.adapt(FrameworkWiring.class).resolveBundles(installed);
    List<String> missing = new ArrayList<>();
    for (Bundle bundle : installed) {
      if (bundle.getState() == Bundle.INSTALLED) {
        try {
          bundle.start();
        } catch (BundleException e) {
          missing.add(bundle.getSymbolicName() + ": " + e.getMessage());
        }
      }
    }
    return missing;
  }

  Bundle install(Path bundle) throws Exception {
    Bundle installed = context().installBundle("reference:" + bundle.toUri());
    installed.start();
    return installed;
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(20_000);
  }
}
