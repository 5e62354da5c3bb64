package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.fleet.FleetCodec;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The station in use, and how it is replaced while the kiosk works: new files are opened and
 * checked in full before they count, and until they are in order what is open stays open. Safe for
 * use by several threads.
 */
final class LiveStation {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStation.class);

  private final MessageCodec codec;
  private final FleetCodec fleet;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Custodies custodies;
  private volatile KeyStation station;
  private volatile CryptoException closed;
  private volatile CryptoException waiting;
  private FileStamps stamps;

  LiveStation(MessageCodec codec, FleetCodec fleet, InstantSource clock) {
    this.codec = codec;
    this.fleet = fleet;
    this.clock = clock;
    random = new SecureRandom();
    custodies = new Custodies(random);
  }

  Custodies custodies() {
    return custodies;
  }

  /** What is open; null when nothing is, and then {@link #closed} says why. */
  KeyStation station() {
    return station;
  }

  CryptoException closed() {
    return closed;
  }

  /** Why changed files are not in use; empty when nothing waits. */
  Optional<String> waiting() {
    return Optional.ofNullable(waiting).map(Throwable::getMessage);
  }

  /** Says why nothing is open yet. */
  synchronized void close(CryptoException why) {
    station = null;
    closed = why;
  }

  /** Opens anew; what was open is not used again. */
  synchronized void open(CryptoSettings settings) {
    station = null;
    stamps = FileStamps.of(settings);
    waiting = null;
    try {
      station = newest(settings);
      closed = null;
    } catch (CryptoException e) {
      // Health checks try again and again; the log hears of each problem once.
      if (closed == null || !closed.getMessage().equals(e.getMessage())) {
        LOG.error("Nothing can be signed: {}", e.getMessage());
      }
      closed = e;
    }
  }

  /** Looks whether files were replaced, and takes new ones whole or not at all. */
  synchronized void renew(CryptoSettings settings) {
    if (station == null) {
      open(settings);
      return;
    }
    boolean due = waiting != null && waiting.fault() == CryptoFault.CERTIFICATE_NOT_YET_VALID;
    FileStamps now = FileStamps.of(settings);
    if (now.equals(stamps) && !due) {
      return;
    }
    stamps = now;
    waiting = null;
    try {
      station = newest(settings);
    } catch (CryptoException e) {
      LOG.warn("Changed key, certificate or trust files are not taken: {}", e.getMessage());
      waiting = e;
      if (e.fault() == CryptoFault.CERTIFICATE_REVOKED) {
        // What was good a moment ago is not any more: nothing may be signed or sealed with it.
        close(e);
      }
    }
  }

  /** What lies beside, if it is in order, or else what is in place. */
  private KeyStation newest(CryptoSettings settings) throws CryptoException {
    Optional<CryptoSettings> beside = Renewal.beside(settings);
    if (beside.isPresent()) {
      try {
        KeyStation renewed = opened(beside.get());
        Renewal.takeOver(settings);
        stamps = FileStamps.of(settings);
        LOG.info("A new key and certificate took over: {}", renewed.key().certificate());
        return renewed;
      } catch (CryptoException e) {
        waiting = e;
      } catch (IOException e) {
        waiting =
            new CryptoException(
                CryptoFault.FILE_UNREADABLE, "new files cannot be moved into their place");
      }
    }
    return opened(settings);
  }

  private KeyStation opened(CryptoSettings from) throws CryptoException {
    return KeyStation.open(from, custodies.of(from), codec, fleet, clock, random);
  }
}
