package egov.kiosk.checks.kura.probe;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A process of its own: a framework with the base services of one line, into which deployment
 * packages go through Felix's DeploymentAdmin. Prints a line for each thing it sees.
 *
 * <p>{@code java -cp FRAMEWORK:CLASSES Probe STORE BASE ONE.dp TWO.dp [PACKAGES]}
 */
public final class Probe {
  private static final String ADMIN = "org.osgi.service.deploymentadmin.DeploymentAdmin";
  private static final String OURS = "egov.kiosk";

  private Probe() {}

  /** Runs and exits: threads of bundles do not hold it up. */
  public static void main(String[] words) {
    int code = 1;
    try {
      run(words);
      code = 0;
    } catch (Exception e) {
      say("failed " + e);
    }
    System.out.flush();
    Runtime.getRuntime().halt(code);
  }

  private static void run(String[] words) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, words[0]);
    if (words.length > 4) {
      settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, words[4]);
    }
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
    BundleContext context = framework.getBundleContext();
    say("framework " + framework.getVersion());
    startBase(context, Path.of(words[1]));
    set(context, "local-api", Map.of("port", 0));
    set(context, "upkeep", Map.of("profile", "laboratory"));
    Object admin = service(context, ADMIN);
    Object first = install(admin, Path.of(words[2]));
    show(context, "installed");
    services(context);
    Object second = install(admin, Path.of(words[3]));
    say("package " + call(second, "getVersion"));
    show(context, "upgraded");
    call(second, "uninstall");
    show(context, "uninstalled");
    say("stale " + call(first, "isStale"));
    framework.stop();
    framework.waitForStop(20_000);
    say("end");
  }

  /** Only the port, since tests run side by side, and that nobody is served here. */
  private static void set(BundleContext context, String pid, Map<String, Object> values)
      throws Exception {
    Object admin = service(context, "org.osgi.service.cm.ConfigurationAdmin");
    Method get = admin.getClass().getMethod("getConfiguration", String.class, String.class);
    get.setAccessible(true);
    Object screens = get.invoke(admin, pid, "?");
    Method update =
        Stream.of(screens.getClass().getMethods())
            .filter(method -> method.getName().equals("update"))
            .filter(method -> method.getParameterCount() == 1)
            .findFirst()
            .orElseThrow();
    update.setAccessible(true);
    update.invoke(screens, new Hashtable<>(values));
  }

  private static void startBase(BundleContext context, Path base) throws Exception {
    List<Bundle> installed = new ArrayList<>();
    try (Stream<Path> files = Files.list(base)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        if (!file.getFileName().toString().startsWith("org.eclipse.osgi-")) {
          installed.add(context.installBundle("reference:" + file.toUri()));
        }
      }
    }
    for (Bundle bundle : installed) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
  }

  private static Object service(BundleContext context, String name) throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < deadline) {
      ServiceReference<?> reference = context.getServiceReference(name);
      if (reference != null) {
        return context.getService(reference);
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("nobody offers " + name);
  }

  private static Object install(Object admin, Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      Method install = admin.getClass().getMethod("installDeploymentPackage", InputStream.class);
      install.setAccessible(true);
      return install.invoke(admin, in);
    } catch (InvocationTargetException e) {
      say("refused " + e.getCause());
      throw new IOException(e.getCause());
    }
  }

  private static Object call(Object on, String method) throws Exception {
    Method called = on.getClass().getMethod(method);
    called.setAccessible(true);
    return called.invoke(on);
  }

  private static void show(BundleContext context, String when) {
    for (Bundle bundle : context.getBundles()) {
      String name = bundle.getSymbolicName();
      if (name.startsWith(OURS) && !name.equals("egov.kiosk-kura-signatures")) {
        say(
            when
                + " "
                + bundle.getSymbolicName()
                + " "
                + (bundle.getState() == Bundle.ACTIVE ? "ACTIVE" : "state " + bundle.getState()));
      }
    }
    say(when + " all");
  }

  /** What of our own is offered, sooner or later: components are active, not only bundles. */
  private static void services(BundleContext context) throws Exception {
    service(context, "egov.kiosk.domain.health.HealthCheck");
    service(context, "egov.kiosk.domain.transaction.Catalogue");
    ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
    for (ServiceReference<?> reference : all) {
      for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
        if (name.startsWith(OURS) || name.startsWith("org.eclipse.kura")) {
          say("offered " + name);
        }
      }
    }
  }

  private static void say(String line) {
    System.out.println("probe: " + line);
  }
}
