package egov.kiosk.outboxsqlite.component;

import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.AppendListener;
import egov.kiosk.domain.outbox.AppendSignal;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.IncidentListener;
import egov.kiosk.domain.outbox.Ledger;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.Surroundings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The outbox as a service. When the files cannot be opened the service stays, so that the doctor
 * can say why: every call is then refused, and nothing new is accepted.
 */
@Component(
    configurationPid = "outbox",
    service = {
      Outbox.class,
      Ledger.class,
      AppendSignal.class,
      HealthCheck.class,
      OutboxComponent.class
    })
@Designate(ocd = OutboxConfiguration.class)
public final class OutboxComponent
    implements Outbox, Ledger, AppendSignal, HealthCheck, AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AtomicReference<EnvelopeSealer> sealer = new AtomicReference<>();
  private final OpenOutbox outbox;
  private final IncidentTeller teller;

  /** Opens the queue; a wrong setting is refused here. */
  @Activate
  public OutboxComponent(
      OutboxConfiguration configuration, @Reference Sm3Digest sm3, @Reference RestBox rest) {
    outbox =
        new OpenOutbox(
            ConfiguredSettings.of(configuration),
            new Surroundings(Clock.systemUTC(), this::kioskId, () -> Optional.of(sm3), rest));
    teller = new IncidentTeller(outbox::untold, PAUSE);
  }

  /** Opens the queue where there is no OSGi; it mends itself all the same. */
  public OutboxComponent(OutboxSettings settings, Surroundings surroundings) {
    outbox = new OpenOutbox(settings, surroundings);
    teller = new IncidentTeller(outbox::untold, PAUSE);
  }

  /** Takes new settings; unchanged ones change nothing. */
  @Modified
  void modified(OutboxConfiguration configuration) {
    outbox.settings(ConfiguredSettings.of(configuration));
  }

  @Deactivate
  void deactivate() {
    teller.close();
    outbox.close();
  }

  /** The end of one that was not made by OSGi. */
  @Override
  public void close() {
    deactivate();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSealer(EnvelopeSealer service) {
    sealer.set(service);
  }

  void unbindSealer(EnvelopeSealer service) {
    sealer.compareAndSet(service, null);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindIncidents(IncidentListener service) {
    teller.listen(service);
  }

  void unbindIncidents(IncidentListener service) {
    teller.forget(service);
  }

  private Optional<String> kioskId() {
    return Optional.ofNullable(sealer.get()).map(EnvelopeSealer::kioskId);
  }

  @Override
  public long append(SignedEnvelope envelope) throws OutboxException {
    return outbox.get().append(envelope);
  }

  @Override
  public List<QueuedEnvelope> pending(Lane lane, long afterSequence, int limit)
      throws OutboxException {
    return outbox.get().pending(lane, afterSequence, limit);
  }

  @Override
  public void attempted(long sequence) throws OutboxException {
    outbox.get().attempted(sequence);
  }

  @Override
  public Settlement settle(PlatformReceipt receipt) throws OutboxException {
    return outbox.get().settle(receipt);
  }

  @Override
  public List<Settlement> settle(List<PlatformReceipt> receipts) throws OutboxException {
    return outbox.get().settle(receipts);
  }

  @Override
  public OutboxCounts counts() throws OutboxException {
    return outbox.get().counts();
  }

  @Override
  public List<OutboxEntry> list(long afterSequence, int limit) throws OutboxException {
    return outbox.get().list(afterSequence, limit);
  }

  @Override
  public Optional<OutboxEntry> find(String idOrNumber) throws OutboxException {
    return outbox.get().find(idOrNumber);
  }

  @Override
  public boolean retry(TransactionId id) throws OutboxException {
    return outbox.get().retry(id);
  }

  @Override
  public Reckoning reckon(LocalDate day) throws OutboxException {
    return outbox.get().reckon(day);
  }

  @Override
  public Fill fill() {
    return outbox.fill();
  }

  @Override
  public boolean accepting() {
    return outbox.accepting();
  }

  @Override
  public void listen(AppendListener listener) {
    outbox.listen(listener);
  }

  @Override
  public void forget(AppendListener listener) {
    outbox.forget(listener);
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Finding check(Duration timeout) {
    return outbox.queueFinding(timeout);
  }

  /** Part of the queue of the moment; refused while none is open. */
  RetainedStore retained(Holding holding) throws IOException {
    try {
      return outbox.get().retained(holding);
    } catch (OutboxException e) {
      throw new IOException("the queue is not open: " + e.reason(), e);
    }
  }

  OptionalLong freeBytes() {
    return outbox.freeBytes();
  }

  Finding diskFinding(Duration timeout) {
    return outbox.diskFinding(timeout);
  }
}
