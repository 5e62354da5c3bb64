package egov.kiosk.kurabridge.component;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.kurabridge.Gate;
import egov.kiosk.kurabridge.Production;
import egov.kiosk.kurabridge.ProductionCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.kura.crypto.CryptoService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the {@link Gate} when every bundle of ours was started, and closes it while the kiosk may
 * not serve ({@link Production}). Elsewhere bundles start while the framework's configuration
 * service seeds settings, and Configuration Admin tells of those on a thread of its own: components
 * that wait for each other, activated by both threads at once, then lock each other out for ever
 * (seen). So the gate is opened on that very thread, after everything that was seeded: by a setting
 * of its own, whose turn comes last.
 */
@Component(immediate = true, service = HealthCheck.class)
public final class GateComponent implements HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(GateComponent.class);
  private static final String OURS = "egov.kiosk-";
  private static final String OUR_TURNS = "egov.kiosk.";
  private static final String TURN = OUR_TURNS + "gate";
  private static final long PATIENCE_SECONDS = 120;
  private static final long LOOK_SECONDS = 10;

  private final BundleContext context;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Turn turn;
  private final BundleTracker<Bundle> tracker;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "kiosk-gate"));
  private final SettingsInForce settings;
  private final ProductionCheck production = new ProductionCheck();
  private final ServiceRegistration<ConfigurationListener> listener;
  private volatile CryptoService crypto;
  private volatile boolean closed;
  private volatile ServiceRegistration<Gate> gate;

  /** Looks from now on. */
  @Activate
  public GateComponent(BundleContext context, @Reference ConfigurationAdmin admin) {
    this.context = context;
    settings = new SettingsInForce(admin);
    turn = new Turn(context, admin, TURN, this::look);
    tracker = new Started();
    patient(missing().size());
    tracker.open();
    listener = context.registerService(ConfigurationListener.class, this::happened, null);
    timer.scheduleWithFixedDelay(this::round, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private final class Started extends BundleTracker<Bundle> {
    Started() {
      super(GateComponent.this.context, Bundle.ACTIVE, null);
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
      if (missing().isEmpty()) {
        ask();
      }
      return bundle;
    }
  }

  private List<String> missing() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith(OURS))
        .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
        .map(Bundle::getSymbolicName)
        .toList();
  }

  /** A slow machine may take its time, as long as one bundle after the other starts. */
  private void waitNoLonger(int before) {
    List<String> missing = missing();
    if (asked.get()) {
      return;
    }
    if (missing.size() < before) {
      patient(missing.size());
    } else {
      LOG.error("bridge: {} did not start; the kiosk comes up without them", missing);
      ask();
    }
  }

  private void patient(int missing) {
    timer.schedule(() -> waitNoLonger(missing), PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void ask() {
    if (asked.compareAndSet(false, true)) {
      turn.ask();
    }
  }

  /** A setting was changed: what it changes about the gate is looked at on the same thread. */
  private void happened(ConfigurationEvent event) {
    if (asked.get() && !String.valueOf(event.getPid()).startsWith(OUR_TURNS)) {
      turn.ask();
    }
  }

  /** Files are mended without a setting being changed. */
  private void round() {
    if (asked.get()) {
      production.tell();
      if (gate == null) {
        turn.ask();
      }
    }
  }

  private void look() {
    if (closed) {
      return;
    }
    List<String> complaints;
    try {
      Map<String, String> now = settings.texts();
      complaints = Production.complaints(now, crypto);
      production.found(Production.isLaboratory(now), complaints);
    } catch (IOException e) {
      LOG.warn("bridge: Configuration Admin does not answer: {}", e.toString());
      return;
    }
    ServiceRegistration<Gate> open = gate;
    if (complaints.isEmpty() && open == null) {
      LOG.info("bridge: every bundle is there; the kiosk comes up");
      gate = context.registerService(Gate.class, new Gate() {}, null);
    } else if (!complaints.isEmpty() && open != null) {
      gate = null;
      open.unregister();
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCrypto(CryptoService service) {
    crypto = service;
    if (asked.get()) {
      turn.ask();
    }
  }

  void unbindCrypto(CryptoService service) {
    if (crypto == service) {
      crypto = null;
    }
  }

  @Override
  public String name() {
    return production.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return production.check(timeout);
  }

  @Deactivate
  void deactivate() {
    closed = true;
    listener.unregister();
    timer.shutdownNow();
    tracker.close();
    turn.close();
    ServiceRegistration<Gate> open = gate;
    if (open != null) {
      open.unregister();
    }
  }
}
