package egov.kiosk.gateway.keys;

import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.crypto.envelope.ParcelOpener;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.fleet.Parcel;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.transfer.ParcelReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a gateway opens and signs with, and how it is renewed while it works: files that were
 * replaced are read anew, whole or not at all, and until they fit together the ones before stay in
 * use. Safe for several threads.
 */
public final class GatewayKeys {
  /**
   * A kiosk may have been without a line when its certificate ended; what its citizens were told is
   * accepted still counts. A revoked certificate never does.
   */
  static final Duration LATEST = Duration.ofDays(90);

  private static final Logger LOG = LoggerFactory.getLogger(GatewayKeys.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Path pki;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final SecureRandom random;
  private final ReentrantLock looking = new ReentrantLock();
  private final ParcelReader parcels;
  private volatile KeyRing ring;
  private volatile long looked;
  private List<String> stamps;
  private String said = "";

  private GatewayKeys(Path pki, InstantSource clock, LongSupplier nanos, SecureRandom random)
      throws CryptoException {
    this.pki = Objects.requireNonNull(pki, "pki");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.nanos = Objects.requireNonNull(nanos, "nanos");
    this.random = Objects.requireNonNull(random, "random");
    stamps = KeyRing.stamps(pki);
    ring = KeyRing.open(pki, List.of(), clock, random);
    looked = nanos.getAsLong();
    parcels =
        new ParcelReader(
            parcel -> ring().verifier().verifyParcel(parcel), new StreamedSm3(), this::open);
  }

  /**
   * Reads a directory: {@code ca.pem} with the authorities of the kiosks, {@code crl.pem} with
   * their revocation lists if there are any, and {@code platform-enc} and {@code platform-sign},
   * each {@code .pem} and {@code .key}. Encryption keys that were in use before are pairs of any
   * name in {@code former/}: what kiosks sealed for them is still opened. The files are looked at
   * again every ten seconds.
   *
   * @throws CryptoException naming the file that is missing or wrong
   */
  public static GatewayKeys read(Path pki, InstantSource clock, SecureRandom random)
      throws CryptoException {
    return read(pki, clock, System::nanoTime, random);
  }

  static GatewayKeys read(Path pki, InstantSource clock, LongSupplier nanos, SecureRandom random)
      throws CryptoException {
    return new GatewayKeys(pki, clock, nanos, random);
  }

  /** Opens what kiosks seal for the platform; ask again for each message. */
  public EnvelopeOpener opener() {
    return ring().opener();
  }

  /** Signs receipts and orders; ask again for each signature. */
  public SigningKey signing() {
    return ring().signing();
  }

  /** Opens what kiosks carry for each other. */
  public ParcelReader parcels() {
    return parcels;
  }

  /** Signs orders. */
  public OrderSigner orders() {
    return new OrderSigner(this::signing, new CanonicalFleetCodec());
  }

  /** Signs receipts. */
  public ReceiptSigner receipts() {
    return new ReceiptSigner(this::signing, new CanonicalMessageCodec());
  }

  private byte[] open(Parcel parcel) throws ParcelRefusedException {
    for (IssuedKey key : ring().encryption()) {
      try {
        return new ParcelOpener(key).open(parcel);
      } catch (CryptoException e) {
        // For another key, perhaps a former one.
      }
    }
    throw new ParcelRefusedException(
        ParcelRefusedException.Reason.FORGED, "a parcel is for another platform");
  }

  /** The files as they are now, or as they were ten seconds ago. */
  private KeyRing ring() {
    if (nanos.getAsLong() - looked > LOOK.toNanos() && looking.tryLock()) {
      try {
        look();
      } finally {
        looked = nanos.getAsLong();
        looking.unlock();
      }
    }
    return ring;
  }

  private void look() {
    List<String> now = KeyRing.stamps(pki);
    if (now.equals(stamps)) {
      return;
    }
    try {
      KeyRing fresh = KeyRing.open(pki, ring.encryption(), clock, random);
      boolean kept = fresh.keptIn(pki);
      ring = fresh;
      stamps = now;
      said = "";
      LOG.info("Keys, certificates and revocations were read anew");
      if (!kept) {
        LOG.warn(
            "{} does not hold the encryption key that was in use before: put the pair there, or"
                + " what kiosks sealed for it is refused after the next start",
            pki.resolve(KeyRing.FORMER));
      }
    } catch (CryptoException e) {
      // Two files of a pair are not replaced in one moment: the next look finds both.
      if (!said.equals(e.getMessage())) {
        said = e.getMessage();
        LOG.warn("Replaced files do not fit yet; the ones before stay in use: {}", said);
      }
    }
  }
}
