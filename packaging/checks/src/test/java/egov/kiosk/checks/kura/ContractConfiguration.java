package egov.kiosk.checks.kura;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * What the framework's configuration service does to us, written from what was seen of it: it
 * tracks marker services by their two pids, looks for the settings in the marker's own bundle,
 * pushes values through Configuration Admin, also when nothing changed, drops a component whose pid
 * is no single text, and keeps its own snapshot, since Configuration Admin forgets at each start.
 */
final class ContractConfiguration
    implements ServiceTrackerCustomizer<Object, String>, AutoCloseable {
  private static final String SEALED = "c2VlZA==-";

  private final BundleContext context;
  private final Map<String, Map<String, Object>> snapshot;
  private final Map<String, ServiceReference<Object>> components = new ConcurrentHashMap<>();
  private final ServiceTracker<Object, String> tracker;

  /**
   * @param snapshot outlives the framework, as the file does
   */
  ContractConfiguration(BundleContext context, Map<String, Map<String, Object>> snapshot) {
    this.context = context;
    this.snapshot = snapshot;
    tracker =
        new ServiceTracker<>(context, "org.eclipse.kura.configuration.ConfigurableComponent", this);
    // All, since the test's class path has its own copy of the marker's interface.
    tracker.open(true);
  }

  @Override
  public String addingService(ServiceReference<Object> marker) {
    if (!(marker.getProperty("kura.service.pid") instanceof String pid)
        || !(marker.getProperty(Constants.SERVICE_PID) instanceof String)) {
      return null;
    }
    components.put(pid, marker);
    update(pid, Map.of());
    return pid;
  }

  @Override
  public void modifiedService(ServiceReference<Object> marker, String pid) {
    // Pids do not change.
  }

  @Override
  public void removedService(ServiceReference<Object> marker, String pid) {
    components.remove(pid);
  }

  /** What a technician sees in the list. */
  Map<String, ServiceReference<Object>> listed() {
    return Map.copyOf(components);
  }

  /** The description of a component's settings. */
  ObjectClassDefinition described(String pid) {
    Bundle bundle = components.get(pid).getBundle();
    MetaTypeService service =
        context.getService(context.getServiceReference(MetaTypeService.class));
    return service.getMetaTypeInformation(bundle).getObjectClassDefinition(pid, null);
  }

  /** What the page's button does: merges, keeps, pushes, whether it is anything new or not. */
  void update(String pid, Map<String, Object> changes) {
    Map<String, Object> values = new TreeMap<>();
    for (AttributeDefinition setting :
        described(pid).getAttributeDefinitions(ObjectClassDefinition.ALL)) {
      String[] first = setting.getDefaultValue();
      if (first != null && first.length == 1) {
        values.put(
            setting.getID(),
            setting.getType() == AttributeDefinition.INTEGER
                ? Integer.valueOf(first[0])
                : first[0]);
      }
    }
    values.putAll(snapshot.getOrDefault(pid, Map.of()));
    values.putAll(changes);
    values.put("kura.service.pid", pid);
    sealed(pid, values);
    snapshot.put(pid, values);
    ConfigurationAdmin admin =
        context.getService(context.getServiceReference(ConfigurationAdmin.class));
    try {
      admin.getConfiguration(pid, "?").update(new Hashtable<>(values));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A password is kept, and reaches its component, sealed: two parts in base64, a hyphen between.
   */
  private void sealed(String pid, Map<String, Object> values) {
    for (AttributeDefinition setting :
        described(pid).getAttributeDefinitions(ObjectClassDefinition.ALL)) {
      Object value = values.get(setting.getID());
      if (setting.getType() == AttributeDefinition.PASSWORD
          && value != null
          && !value.toString().startsWith(SEALED)) {
        values.put(
            setting.getID(),
            SEALED
                + Base64.getEncoder()
                    .encodeToString(
                        new StringBuilder(value.toString())
                            .reverse()
                            .toString()
                            .getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  @Override
  public void close() {
    tracker.close();
  }
}
