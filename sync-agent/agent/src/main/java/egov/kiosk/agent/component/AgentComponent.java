package egov.kiosk.agent.component;

import egov.kiosk.agent.AgentCheck;
import egov.kiosk.agent.AgentSettings;
import egov.kiosk.agent.SyncAgent;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.domain.outbox.AppendSignal;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Spans;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Runs the agent as long as there are a queue, an uplink and a verifier. */
@Component(
    configurationPid = "agent",
    immediate = true,
    service = {Connectivity.class, HealthCheck.class, LifeSign.class})
@Designate(ocd = AgentConfiguration.class)
public final class AgentComponent implements Connectivity, HealthCheck, LifeSign {
  /** The thread sleeps half a minute at most; a full disk may hold a commit up as long again. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<SettlementListener> settlements = new CopyOnWriteArrayList<>();
  private final List<ConnectivityListener> connectivity = new CopyOnWriteArrayList<>();
  private final AppendSignal signal;
  private final SyncAgent agent;
  private final AgentCheck check;
  private AgentSettings settings;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Spans spans;

  /** Starts to drain. */
  @Activate
  public AgentComponent(
      AgentConfiguration configuration,
      @Reference Outbox outbox,
      @Reference AppendSignal signal,
      @Reference Uplink uplink,
      @Reference ReceiptVerifier verifier) {
    this.signal = signal;
    settings = ConfiguredSettings.of(configuration);
    SyncAgent.Listeners listeners = new SyncAgent.Listeners(settlements, connectivity, this::took);
    agent =
        new SyncAgent(
            outbox, uplink, verifier, listeners, settings, Clock.systemUTC(), System::nanoTime);
    check = new AgentCheck(agent);
    signal.listen(agent);
    agent.start();
  }

  /** Takes new settings while it works; unchanged ones change nothing. */
  @Modified
  synchronized void modified(AgentConfiguration configuration) {
    AgentSettings changed = ConfiguredSettings.of(configuration);
    if (!changed.equals(settings)) {
      settings = changed;
      agent.settings(changed);
    }
  }

  @Deactivate
  void deactivate() {
    signal.forget(agent);
    agent.close();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindSettlementListener(SettlementListener listener) {
    settlements.add(listener);
  }

  void unbindSettlementListener(SettlementListener listener) {
    settlements.remove(listener);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindConnectivityListener(ConnectivityListener listener) {
    connectivity.add(listener);
    agent.introduce(listener);
  }

  void unbindConnectivityListener(ConnectivityListener listener) {
    connectivity.remove(listener);
  }

  private void took(TransactionId id, Room room, Enum<?> work, Duration lasted, Enum<?> outcome) {
    Spans known = spans;
    if (known != null) {
      known.over(id, room, work, lasted, outcome);
    }
  }

  @Override
  public boolean online() {
    return agent.online();
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Duration silent() {
    return agent.silent();
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }
}
