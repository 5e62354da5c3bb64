package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.ClockRules;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.rest.RestWrapping;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Parcel;
import egov.kiosk.domain.fleet.ParcelSealer;
import egov.kiosk.domain.fleet.ParcelVerifier;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers sealing and receipt checking from the configured files. When the files are not in order
 * the services stay, so that the health check can say what is wrong: each call is then refused, and
 * the next health check tries the files again.
 */
@Component(
    configurationPid = "crypto",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = {
      EnvelopeSealer.class,
      StatementSealer.class,
      ParcelSealer.class,
      ReceiptVerifier.class,
      ParcelVerifier.class,
      KioskKey.class,
      HealthCheck.class,
      Figures.class,
      CryptoComponent.class
    })
@Designate(ocd = CryptoConfiguration.class)
public final class CryptoComponent
    implements EnvelopeSealer,
        StatementSealer,
        ParcelSealer,
        ReceiptVerifier,
        ParcelVerifier,
        KioskKey,
        HealthCheck,
        Figures {
  private final InstantSource clock;
  private final StationFindings findings = new StationFindings();
  private final ClockRules rules;
  private final LiveStation live;
  private volatile CryptoSettings settings;

  /** Opens the configured files. */
  @Activate
  public CryptoComponent(
      @Reference MessageCodec codec,
      @Reference FleetCodec fleet,
      CryptoConfiguration configuration) {
    this(
        codec,
        fleet,
        Clock.systemUTC(),
        new ClockRules(BuildDate.read()),
        CryptoSettings.of(configuration));
  }

  CryptoComponent(
      MessageCodec codec,
      FleetCodec fleet,
      InstantSource clock,
      ClockRules rules,
      CryptoSettings settings) {
    live = new LiveStation(codec, fleet, clock);
    this.clock = clock;
    this.rules = rules;
    this.settings = settings;
    if (settings.custody() == CustodyKind.FILE) {
      live.open(settings);
    } else {
      // It is bound after construction; until then there is nothing to complain of.
      live.close(Custodies.absent(settings));
    }
  }

  /** Takes a custody that has come; it counts when it is the configured kind. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "removeCustody")
  synchronized void addCustody(KeyCustody custody) {
    live.custodies().add(custody);
    if (custody.description().kind() == settings.custody()) {
      live.open(settings);
    }
  }

  /** Lets go of a custody that is leaving. */
  synchronized void removeCustody(KeyCustody custody) {
    live.custodies().remove(custody);
    if (custody.description().kind() == settings.custody()) {
      // Said by the next look, unless another one has come by then: at a stop nobody need hear it.
      live.close(Custodies.absent(settings));
    }
  }

  /** Takes a new configuration; an unchanged one changes nothing. */
  @Modified
  void modified(CryptoConfiguration configuration) {
    modified(CryptoSettings.of(configuration));
  }

  synchronized void modified(CryptoSettings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      live.open(settings);
    }
  }

  @Override
  public String kioskId() {
    return settings.kioskId();
  }

  @Override
  public boolean ready() {
    try {
      return !sealing().validity().over(clock.instant());
    } catch (SealException e) {
      return false;
    }
  }

  @Override
  public SignedEnvelope seal(Transaction transaction) throws SealException {
    return sealing().sealer().seal(transaction);
  }

  @Override
  public SignedEnvelope seal(Rating rating) throws SealException {
    return sealing().sealer().seal(rating);
  }

  @Override
  public SignedEnvelope seal(RatingReason reason) throws SealException {
    return sealing().sealer().seal(reason);
  }

  @Override
  public SignedEnvelope seal(Statement statement) throws SealException {
    return sealing().statements().seal(statement);
  }

  @Override
  public byte[] sealParcel(byte[] header, byte[] plain) throws SealException {
    return sealing().parcels().sealParcel(header, plain);
  }

  @Override
  public List<PlatformReceipt> verify(byte[] message) throws ReceiptRefusedException {
    List<PlatformReceipt> receipts = verifying().receipts().verify(message);
    receipts.forEach(receipt -> rules.heard(receipt.issuedAt()));
    return receipts;
  }

  @Override
  public Parcel verifyParcel(byte[] parcel) throws ReceiptRefusedException {
    return verifying().foreignParcels().verifyParcel(parcel);
  }

  /** The signing key, for the component that signs heads of the audit chain. */
  SigningKey key() throws SealException {
    return sealing().key();
  }

  @Override
  public SigningKey signing() throws CryptoException {
    KeyStation open = live.station();
    if (open == null) {
      throw new CryptoException(live.closed().fault(), "the kiosk's key is not in order");
    }
    return open.key();
  }

  /** How this kiosk's custody wraps data keys. */
  RestWrapping restWrapping() throws CryptoException {
    return DataKeys.wrapping(settings, live.custodies(), clock);
  }

  /** The questions' half of sealing, for the component beside this one. */
  byte[] sealQuestion(Question question, byte[] content) throws SealException {
    return sealing().questions().seal(question, content);
  }

  /** The orders' half of verifying, for the component beside this one. */
  Order verifyOrder(byte[] message) throws ReceiptRefusedException {
    return verifying().orders().verify(message);
  }

  @Override
  public String name() {
    return StationFindings.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    live.renew(settings);
    Instant now = clock.instant();
    try {
      rules.check(now);
    } catch (CryptoException e) {
      return StationFindings.fail(e);
    }
    KeyStation open = live.station();
    return open == null
        ? StationFindings.fail(live.closed())
        : findings.of(open.validity(), now, settings.warnDays(), live.waiting());
  }

  /** Until the first certificate in use expires; nothing while none can be used. */
  @Override
  public Map<String, Number> figures() {
    KeyStation open = live.station();
    return open == null
        ? Map.of()
        : Map.of("kiosk_cert_expiry_seconds", open.validity().left(clock.instant()).toSeconds());
  }

  private KeyStation sealing() throws SealException {
    KeyStation open = live.station();
    if (open == null) {
      throw new SealException("keys and certificates are not in order", live.closed());
    }
    try {
      rules.check(clock.instant());
    } catch (CryptoException e) {
      throw new SealException("nothing can be dated: " + e.getMessage(), e);
    }
    return open;
  }

  private KeyStation verifying() throws ReceiptRefusedException {
    KeyStation open = live.station();
    if (open == null) {
      throw new ReceiptRefusedException(
          ReceiptRefusedException.Reason.BAD_SIGNATURE, "keys and certificates are not in order");
    }
    return open;
  }
}
