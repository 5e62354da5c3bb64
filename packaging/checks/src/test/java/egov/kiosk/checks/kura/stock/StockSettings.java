package egov.kiosk.checks.kura.stock;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The configuration service as its source has it: the newest snapshot goes into Configuration Admin
 * before any package starts; every bundle that becomes active and declares settings has its
 * defaults seeded, whether anybody wants the component or not; factories are left until somebody
 * makes one; only what has a marker is listed; every change makes a snapshot.
 */
final class StockSettings implements AutoCloseable {
  private static final String KURA_PID = "kura.service.pid";

  private final BundleContext context;
  private final Snapshots snapshots;
  private final StockCrypto crypto;
  private final Map<String, Bundle> declared = new ConcurrentHashMap<>();
  private final Map<String, String> instances = new ConcurrentHashMap<>();
  private final Set<String> listed = new ConcurrentSkipListSet<>();
  private final Set<String> pages = new ConcurrentSkipListSet<>();
  private final BundleTracker<Bundle> bundles;
  private final ServiceTracker<Object, String> markers;
  private final Map<String, Map<String, Object>> kept = new TreeMap<>();
  private Set<String> before = Set.of();

  StockSettings(BundleContext context, Snapshots snapshots, StockCrypto crypto) {
    this.context = context;
    this.snapshots = snapshots;
    this.crypto = crypto;
    bundles = new Seeding();
    markers = new Listing();
  }

  private final class Seeding extends BundleTracker<Bundle> {
    Seeding() {
      super(StockSettings.this.context, Bundle.ACTIVE, null);
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
      seed(bundle);
      return bundle;
    }
  }

  private final class Listing extends ServiceTracker<Object, String> {
    Listing() {
      super(StockSettings.this.context, ConfigurableComponent.class.getName(), null);
    }

    @Override
    public String addingService(ServiceReference<Object> marker) {
      if (marker.getProperty(KURA_PID) instanceof String pid
          && marker.getProperty(Constants.SERVICE_PID) instanceof String) {
        listed.add(pid);
        return pid;
      }
      return null;
    }

    @Override
    public void removedService(ServiceReference<Object> marker, String pid) {
      listed.remove(pid);
    }
  }

  void open() throws IOException, KuraException {
    kept.putAll(snapshots.newest());
    before = Set.copyOf(kept.keySet());
    for (Map.Entry<String, Map<String, Object>> one : kept.entrySet()) {
      if (one.getValue().get(ConfigurationAdmin.SERVICE_FACTORYPID) instanceof String factory) {
        instances.put(one.getKey(), admin().createFactoryConfiguration(factory, "?").getPid());
      }
      configuration(one.getKey()).update(new Hashtable<>(one.getValue()));
    }
    markers.open();
    bundles.open();
  }

  /** What a technician sees in the list. */
  Set<String> listed() {
    return Set.copyOf(listed);
  }

  /** What bundles declare a page for, those that somebody has to make left out. */
  Set<String> declared() {
    return Set.copyOf(pages);
  }

  /** What its source does now and then: everything anew, and nothing of it changed. */
  synchronized void pushAll() throws IOException {
    for (String pid : listed) {
      configuration(pid).update(new Hashtable<>(now(pid)));
    }
  }

  /** Whether a page's values were kept before this start. */
  boolean knew(String pid) {
    return before.contains(pid);
  }

  /** What is in force of one setting. */
  Object inForce(String pid, String name) throws IOException {
    Dictionary<String, Object> now = configuration(pid).getProperties();
    return now == null ? null : now.get(name);
  }

  /** What the page's button does. */
  synchronized void update(String pid, Map<String, String> changes)
      throws IOException, KuraException {
    Map<String, Object> values = now(pid);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      AttributeDefinition setting = setting(pid, change.getKey());
      values.put(
          change.getKey(),
          setting.getType() == AttributeDefinition.PASSWORD
              ? new String(crypto.encryptAes(change.getValue().toCharArray()))
              : StockValues.typed(setting, change.getValue()));
    }
    configuration(pid).update(new Hashtable<>(values));
    // All that is listed, defaults among it, and what is not listed as it was kept before.
    for (String one : listed) {
      kept.put(one, now(one));
    }
    snapshots.keep(kept);
  }

  /** What the plus sign does: one more of a kind of which there is none by itself. */
  synchronized void create(String factory, String pid, Map<String, String> values)
      throws IOException, KuraException {
    Configuration fresh = admin().createFactoryConfiguration(factory, "?");
    instances.put(pid, fresh.getPid());
    Map<String, Object> all = defaults(factory);
    all.put(KURA_PID, pid);
    all.put(ConfigurationAdmin.SERVICE_FACTORYPID, factory);
    fresh.update(new Hashtable<>(all));
    listed.add(pid);
    update(pid, values);
  }

  private void seed(Bundle bundle) {
    MetaTypeInformation information = service(MetaTypeService.class).getMetaTypeInformation(bundle);
    if (information == null) {
      return;
    }
    for (String factory : information.getFactoryPids()) {
      declared.put(factory, bundle);
    }
    for (String pid : information.getPids()) {
      // It opens the description under this name only, and takes the one with this id.
      if (bundle.getEntry("OSGI-INF/metatype/" + pid + ".xml") != null) {
        declared.put(pid, bundle);
        pages.add(pid);
        try {
          Map<String, Object> values = now(pid);
          defaults(pid).forEach(values::putIfAbsent);
          values.put(KURA_PID, pid);
          configuration(pid).update(new Hashtable<>(values));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private Map<String, Object> now(String pid) throws IOException {
    Map<String, Object> values = new TreeMap<>();
    Dictionary<String, Object> properties = configuration(pid).getProperties();
    if (properties != null) {
      for (String key : Collections.list(properties.keys())) {
        values.put(key, properties.get(key));
      }
    }
    values.remove(Constants.SERVICE_PID);
    return values;
  }

  private Map<String, Object> defaults(String pid) {
    Map<String, Object> values = new TreeMap<>();
    for (AttributeDefinition setting : settings(pid)) {
      Object first = StockValues.first(setting);
      if (first != null) {
        values.put(setting.getID(), first);
      }
    }
    return values;
  }

  private AttributeDefinition setting(String pid, String name) throws IOException {
    Object factory = inForce(pid, ConfigurationAdmin.SERVICE_FACTORYPID);
    for (AttributeDefinition setting : settings(factory == null ? pid : factory.toString())) {
      if (setting.getID().equals(name)) {
        return setting;
      }
    }
    throw new IllegalArgumentException(pid + " has no " + name);
  }

  private AttributeDefinition[] settings(String pid) {
    Bundle bundle = declared.get(pid);
    if (bundle == null) {
      throw new IllegalStateException(pid + " has a marker and no description under its name");
    }
    return service(MetaTypeService.class)
        .getMetaTypeInformation(bundle)
        .getObjectClassDefinition(pid, null)
        .getAttributeDefinitions(ObjectClassDefinition.ALL);
  }

  private Configuration configuration(String pid) throws IOException {
    return admin().getConfiguration(instances.getOrDefault(pid, pid), "?");
  }

  private ConfigurationAdmin admin() {
    return service(ConfigurationAdmin.class);
  }

  private <T> T service(Class<T> type) {
    return context.getService(context.getServiceReference(type));
  }

  @Override
  public void close() {
    bundles.close();
    markers.close();
  }
}
