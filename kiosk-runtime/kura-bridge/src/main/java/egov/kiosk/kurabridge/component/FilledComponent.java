package egov.kiosk.kurabridge.component;

import egov.kiosk.kurabridge.Filled;
import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers {@link Filled} for each page that has been filled in, from the thread that tells so. */
@Component(
    immediate = true,
    service = {})
public final class FilledComponent {
  private static final Logger LOG = LoggerFactory.getLogger(FilledComponent.class);
  private static final String OURS = "egov.kiosk-";
  private static final String TURN = "egov.kiosk.filled";

  private final BundleContext context;
  private final MetaTypeService settings;
  private final ConfigurationAdmin admin;
  private final Map<String, List<String>> demanded = new ConcurrentHashMap<>();
  private final Map<String, ServiceRegistration<Filled>> filled = new ConcurrentHashMap<>();
  private final BundleTracker<Bundle> tracker;
  private final ServiceRegistration<ConfigurationListener> listener;
  private final Turn turn;

  /** Looks from now on. */
  @Activate
  public FilledComponent(
      BundleContext context,
      @Reference MetaTypeService settings,
      @Reference ConfigurationAdmin admin) {
    this.context = context;
    this.settings = settings;
    this.admin = admin;
    tracker = new Declared();
    turn = new Turn(context, admin, TURN, () -> demanded.keySet().forEach(this::look));
    listener = context.registerService(ConfigurationListener.class, this::happened, null);
    tracker.open();
  }

  private final class Declared extends BundleTracker<Bundle> {
    Declared() {
      super(FilledComponent.this.context, Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE, null);
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
      if (!String.valueOf(bundle.getSymbolicName()).startsWith(OURS)) {
        return null;
      }
      MetaTypeInformation declared = settings.getMetaTypeInformation(bundle);
      for (String pid : declared == null ? new String[0] : declared.getPids()) {
        List<String> names = demanded(declared.getObjectClassDefinition(pid, null));
        if (!names.isEmpty()) {
          demanded.put(pid, names);
          turn.ask();
        }
      }
      return bundle;
    }
  }

  private static List<String> demanded(ObjectClassDefinition page) {
    AttributeDefinition[] all = page.getAttributeDefinitions(ObjectClassDefinition.REQUIRED);
    return all == null
        ? List.of()
        : Arrays.stream(all)
            .filter(one -> one.getDefaultValue() == null)
            .map(AttributeDefinition::getID)
            .toList();
  }

  /** Not at once: the component itself may not have been told of its settings yet. */
  private void happened(ConfigurationEvent event) {
    if (demanded.containsKey(event.getPid())) {
      turn.ask();
    }
  }

  private void look(String pid) {
    if (given(pid)) {
      if (!filled.containsKey(pid)) {
        filled.put(pid, offer(pid));
      }
    } else {
      ServiceRegistration<Filled> gone = filled.remove(pid);
      if (gone == null) {
        LOG.debug("bridge: {} waits for {}", pid, demanded.get(pid));
      } else {
        gone.unregister();
      }
    }
  }

  private ServiceRegistration<Filled> offer(String pid) {
    return context.registerService(
        Filled.class, new Filled() {}, new Hashtable<>(Map.of(Filled.PAGE, pid)));
  }

  private boolean given(String pid) {
    try {
      Dictionary<String, Object> values = admin.getConfiguration(pid, "?").getProperties();
      return values != null
          && demanded.get(pid).stream()
              .map(values::get)
              .allMatch(value -> value != null && !value.toString().isBlank());
    } catch (IOException e) {
      LOG.warn("bridge: Configuration Admin does not answer for {}: {}", pid, e.toString());
      return false;
    }
  }

  @Deactivate
  void deactivate() {
    listener.unregister();
    turn.close();
    tracker.close();
    filled.values().forEach(ServiceRegistration::unregister);
  }
}
