package egov.kiosk.kurabridge.component;

import egov.kiosk.kurabridge.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the {@link Gate} when every bundle of ours was started. Elsewhere bundles start while the
 * framework's configuration service seeds settings, and Configuration Admin tells of those on a
 * thread of its own: components that wait for each other, activated by both threads at once, then
 * lock each other out for ever (seen). So the gate is opened on that very thread, after everything
 * that was seeded: by a setting of its own, whose turn comes last.
 */
@Component(
    immediate = true,
    service = {})
public final class GateComponent {
  private static final Logger LOG = LoggerFactory.getLogger(GateComponent.class);
  private static final String OURS = "egov.kiosk-";
  private static final String TURN = "egov.kiosk.gate";
  private static final long PATIENCE_SECONDS = 120;

  private final BundleContext context;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Turn turn;
  private final BundleTracker<Bundle> tracker;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "kiosk-gate"));
  private volatile boolean closed;
  private volatile ServiceRegistration<Gate> gate;

  /** Looks from now on. */
  @Activate
  public GateComponent(BundleContext context, @Reference ConfigurationAdmin admin) {
    this.context = context;
    turn = new Turn(context, admin, TURN, this::open);
    tracker = new Started();
    patient(missing().size());
    tracker.open();
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

  private void open() {
    if (gate == null && !closed) {
      LOG.info("bridge: every bundle is there; the kiosk comes up");
      gate = context.registerService(Gate.class, new Gate() {}, null);
    }
  }

  @Deactivate
  void deactivate() {
    closed = true;
    timer.shutdownNow();
    tracker.close();
    turn.close();
    ServiceRegistration<Gate> open = gate;
    if (open != null) {
      open.unregister();
    }
  }
}
