package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.domain.device.Actor;
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
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
      HealthCheck.class,
      CryptoComponent.class
    })
@Designate(ocd = CryptoConfiguration.class)
public final class CryptoComponent
    implements EnvelopeSealer,
        StatementSealer,
        ParcelSealer,
        ReceiptVerifier,
        ParcelVerifier,
        HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(CryptoComponent.class);
  private static final String NAME = "certificate";

  private final MessageCodec codec;
  private final FleetCodec fleet;
  private final InstantSource clock;
  private volatile CryptoSettings settings;
  private volatile KeyStation station;
  private volatile CryptoException closed;

  /** Opens the configured files. */
  @Activate
  public CryptoComponent(
      @Reference MessageCodec codec,
      @Reference FleetCodec fleet,
      CryptoConfiguration configuration) {
    this(codec, fleet, Clock.systemUTC(), CryptoSettings.of(configuration));
  }

  CryptoComponent(
      MessageCodec codec, FleetCodec fleet, InstantSource clock, CryptoSettings settings) {
    this.codec = codec;
    this.fleet = fleet;
    this.clock = clock;
    this.settings = settings;
    open();
  }

  /** Takes a new configuration; an unchanged one changes nothing. */
  @Modified
  void modified(CryptoConfiguration configuration) {
    modified(CryptoSettings.of(configuration));
  }

  synchronized void modified(CryptoSettings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      open();
    }
  }

  @Override
  public String kioskId() {
    return settings.kioskId();
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
  public SignedEnvelope seal(Statement statement) throws SealException {
    return sealing().statements().seal(statement);
  }

  @Override
  public byte[] sealParcel(byte[] header, byte[] plain) throws SealException {
    return sealing().parcels().sealParcel(header, plain);
  }

  @Override
  public PlatformReceipt verify(byte[] message) throws ReceiptRefusedException {
    return verifying().receipts().verify(message);
  }

  @Override
  public Parcel verifyParcel(byte[] parcel) throws ReceiptRefusedException {
    return verifying().foreignParcels().verifyParcel(parcel);
  }

  /** The orders' half of verifying, for the component beside this one. */
  Order verifyOrder(byte[] message) throws ReceiptRefusedException {
    return verifying().orders().verify(message);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    if (station == null) {
      open();
    }
    KeyStation open = station;
    return open == null ? fail(closed) : dates(open);
  }

  private Finding dates(KeyStation open) {
    Duration left = open.left(clock);
    if (left.isNegative()) {
      return fail(new CryptoException(CryptoFault.CERTIFICATE_EXPIRED, "on " + open.expires()));
    }
    String what = "certificates valid, " + left.toDays() + " days left";
    if (left.toDays() < settings.warnDays()) {
      return new Finding(
          NAME, Level.WARN, what, Actor.TECHNICIAN, "renew the certificate that expires first");
    }
    return Finding.ok(NAME, what);
  }

  private static Finding fail(CryptoException why) {
    return new Finding(NAME, Level.FAIL, why.getMessage(), why.fault().actor(), advice(why));
  }

  private static String advice(CryptoException why) {
    return switch (why.fault()) {
      case FILE_TOO_OPEN -> "run chmod 600 on the key file and give it to the runtime's user";
      case CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID ->
          "check the kiosk's clock, then renew the certificate";
      default ->
          "put the right key, certificate and trust files, as the runtime's configuration names"
              + " them";
    };
  }

  private KeyStation sealing() throws SealException {
    KeyStation open = station;
    if (open == null) {
      throw new SealException("keys and certificates are not in order", closed);
    }
    return open;
  }

  private KeyStation verifying() throws ReceiptRefusedException {
    KeyStation open = station;
    if (open == null) {
      throw new ReceiptRefusedException(
          ReceiptRefusedException.Reason.BAD_SIGNATURE, "keys and certificates are not in order");
    }
    return open;
  }

  private synchronized void open() {
    station = null;
    try {
      station = KeyStation.open(settings, codec, fleet, clock);
      closed = null;
    } catch (CryptoException e) {
      // Health checks try again and again; the log hears of each problem once.
      if (closed == null || !closed.getMessage().equals(e.getMessage())) {
        LOG.error("Nothing can be signed: {}", e.getMessage());
      }
      closed = e;
    }
  }
}
