package egov.kiosk.kurabridge;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One marker service for each pid that a bundle of ours declares settings for, so that the
 * configuration service lists it, keeps its values and feeds them to Configuration Admin. The
 * components themselves know nothing of it. Registered in the declaring bundle's name, as that is
 * where the configuration service looks for the settings' descriptions, and gone with it.
 */
public final class Markers implements AutoCloseable {
  /** What the configuration service knows a component by. */
  static final String KURA_PID = "kura.service.pid";

  private static final Logger LOG = LoggerFactory.getLogger(Markers.class);
  private static final String OURS = "egov.kiosk-";

  private final MetaTypeService settings;
  private final BundleTracker<List<ServiceRegistration<?>>> tracker;

  /**
   * Marks what is active now and whatever becomes active later.
   *
   * @param context any bundle's
   * @param settings what bundles declare
   */
  public Markers(BundleContext context, MetaTypeService settings) {
    this.settings = settings;
    tracker = new BundleTracker<>(context, Bundle.ACTIVE, new Marking());
    tracker.open();
  }

  private final class Marking implements BundleTrackerCustomizer<List<ServiceRegistration<?>>> {
    @Override
    public List<ServiceRegistration<?>> addingBundle(Bundle bundle, BundleEvent event) {
      String name = bundle.getSymbolicName();
      return name != null && name.startsWith(OURS) ? mark(bundle) : null;
    }

    @Override
    public void modifiedBundle(
        Bundle bundle, BundleEvent event, List<ServiceRegistration<?>> marked) {
      // An active bundle stays what it is.
    }

    @Override
    public void removedBundle(
        Bundle bundle, BundleEvent event, List<ServiceRegistration<?>> marked) {
      marked.forEach(Markers::unregister);
    }
  }

  private List<ServiceRegistration<?>> mark(Bundle bundle) {
    List<ServiceRegistration<?>> marked = new ArrayList<>();
    MetaTypeInformation declared = settings.getMetaTypeInformation(bundle);
    if (declared == null || declared.getPids() == null) {
      return marked;
    }
    for (String pid : declared.getPids()) {
      Hashtable<String, Object> properties = new Hashtable<>();
      properties.put(KURA_PID, pid);
      properties.put(Constants.SERVICE_PID, pid);
      marked.add(
          bundle
              .getBundleContext()
              .registerService(ConfigurableComponent.class, new Marker(), properties));
      LOG.debug("bridge: {} is configured by the framework", pid);
    }
    return marked;
  }

  private static final class Marker implements ConfigurableComponent {}

  private static void unregister(ServiceRegistration<?> marker) {
    try {
      marker.unregister();
    } catch (IllegalStateException e) {
      LOG.trace("bridge: a marker went with its bundle", e);
    }
  }

  /** Takes the markers away. */
  @Override
  public void close() {
    tracker.close();
  }
}
