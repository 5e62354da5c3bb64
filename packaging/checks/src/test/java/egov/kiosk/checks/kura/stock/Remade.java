package egov.kiosk.checks.kura.stock;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Which of our components were made anew by something, or are gone or new since. */
final class Remade {
  private static final String LAST = "stock.last";

  /** Something done to settings. */
  interface Work {
    void run() throws IOException;
  }

  private final BundleContext context;

  Remade(BundleContext context) {
    this.context = context;
  }

  /** Their names, blanks between, once everybody was told of everything. */
  String by(Work work) throws IOException, InterruptedException {
    Map<String, String> before = all();
    CountDownLatch told = new CountDownLatch(1);
    ServiceRegistration<?> listener =
        context.registerService(
            ConfigurationListener.class,
            event -> {
              if (LAST.equals(event.getPid())) {
                told.countDown();
              }
            },
            null);
    try {
      work.run();
      ConfigurationAdmin admin =
          context.getService(context.getServiceReference(ConfigurationAdmin.class));
      admin.getConfiguration(LAST, "?").update(new Hashtable<>(Map.of("now", System.nanoTime())));
      if (!told.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Configuration Admin does not get through");
      }
    } finally {
      listener.unregister();
    }
    Map<String, String> after = all();
    Map<String, String> other = new TreeMap<>(after);
    before.forEach((name, id) -> other.merge(name, id, (now, then) -> now.equals(then) ? "" : now));
    return other.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(" "));
  }

  /** What tells one life of a component from the next: SCR numbers each. */
  private Map<String, String> all() {
    ServiceComponentRuntime runtime =
        context.getService(context.getServiceReference(ServiceComponentRuntime.class));
    Map<String, String> all = new TreeMap<>();
    for (ComponentDescriptionDTO one : runtime.getComponentDescriptionDTOs()) {
      if (one.bundle.symbolicName.startsWith("egov.kiosk")) {
        all.put(
            one.name,
            runtime.getComponentConfigurationDTOs(one).stream()
                .map(Remade::life)
                .sorted()
                .collect(Collectors.joining(",", "lives ", "")));
      }
    }
    return all;
  }

  private static String life(ComponentConfigurationDTO one) {
    return one.state + "#" + one.id;
  }
}
