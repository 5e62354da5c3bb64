package egov.kiosk.kurabridge.component;

import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.kurabridge.Heartbeat;
import egov.kiosk.kurabridge.Markers;
import egov.kiosk.kurabridge.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.crypto.CryptoService;
import org.eclipse.kura.watchdog.WatchdogService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the kiosk to the framework it runs on, from the thread {@code kiosk-bridge}. */
@Component(
    configurationPid = "kura-bridge",
    immediate = true,
    service = {})
@Designate(ocd = BridgeConfiguration.class)
public final class BridgeComponent {
  private static final Logger LOG = LoggerFactory.getLogger(BridgeComponent.class);
  private static final long STOP_SECONDS = 5;
  private static final long LOOK_SECONDS = 10;

  private final Set<LifeSign> signs = new CopyOnWriteArraySet<>();
  private final Set<HealthCheck> checks = new CopyOnWriteArraySet<>();
  private final Markers markers;
  private final Watch watch = new Watch();
  private final Heartbeat heartbeat = new Heartbeat(Clock.systemUTC());
  private final TypedSecrets secrets;
  private final ServiceRegistration<HealthCheck> offered;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "kiosk-bridge"));
  private volatile BridgeConfiguration configuration;
  private volatile WatchdogService watchdog;
  private volatile CloudPublisher publisher;
  private volatile CryptoService crypto;
  private long beaten = System.nanoTime();

  /** Begins. */
  @Activate
  public BridgeComponent(
      BundleContext context,
      BridgeConfiguration configuration,
      @Reference MetaTypeService settings,
      @Reference ConfigurationAdmin admin) {
    this.configuration = configuration;
    secrets = new TypedSecrets(admin);
    offered = context.registerService(HealthCheck.class, secrets.check(), null);
    markers = new Markers(context, settings);
    timer.scheduleWithFixedDelay(this::round, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Takes other settings. */
  @Modified
  void modified(BridgeConfiguration changed) {
    configuration = changed;
    // Whoever types a secret waits for it.
    timer.execute(this::round);
  }

  @Deactivate
  void deactivate() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("kiosk-bridge did not stop within {} s", STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    offered.unregister();
    watch.close();
    markers.close();
  }

  private void round() {
    try {
      BridgeConfiguration now = configuration;
      watch.look(signs, watchdog, Duration.ofSeconds(now.graceSeconds()));
      secrets.hand(now, crypto);
      CloudPublisher cloud = publisher;
      long every = TimeUnit.SECONDS.toNanos(now.heartbeatSeconds());
      if (cloud != null && every > 0 && System.nanoTime() - beaten >= every) {
        beaten = System.nanoTime();
        heartbeat.beat(checks, cloud);
      }
    } catch (RuntimeException | LinkageError e) {
      // Without this thread the watchdog restarts the machine, again and again.
      LOG.warn("bridge: an error of the program; it goes on", e);
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindSign(LifeSign sign) {
    signs.add(sign);
  }

  void unbindSign(LifeSign sign) {
    signs.remove(sign);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindWatchdog(WatchdogService service) {
    watchdog = service;
  }

  void unbindWatchdog(WatchdogService service) {
    if (watchdog == service) {
      watchdog = null;
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCrypto(CryptoService service) {
    crypto = service;
  }

  void unbindCrypto(CryptoService service) {
    if (crypto == service) {
      crypto = null;
    }
  }

  @Reference(
      name = "publisher",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPublisher(CloudPublisher service) {
    publisher = service;
  }

  void unbindPublisher(CloudPublisher service) {
    if (publisher == service) {
      publisher = null;
    }
  }
}
