package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * A desk-top identity card reader (台式居民身份证阅读器, GA 450) on a serial line, speaking GA/T 467-2019.
 *
 * <p>Safe for use by several threads; the work is done by one thread of its own, and while it works
 * every other caller is told busy. A reader that was pulled is found again by the next call, and by
 * the idle thread itself when so configured.
 */
public final class SerialIdCardReader implements IdCardReader, AutoCloseable {
  /** The device's name. */
  public static final String NAME = "id-card-reader";

  private final ReaderSettings settings;
  private final LinkOpener opener;
  private final ReaderState state;
  private final DeviceThread thread;

  /** Null while there is none; touched by the device's thread only, until that has ended. */
  private ReaderConnection connection;

  /** A reader on the configured serial port. */
  public SerialIdCardReader(ReaderSettings settings, InstantSource clock) {
    this(settings, settings.address().opener(), clock);
  }

  /**
   * A reader at the end of any other link, e.g. a replayed tape.
   *
   * @param opener called again whenever the link was lost
   */
  public SerialIdCardReader(ReaderSettings settings, LinkOpener opener, InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.opener = Objects.requireNonNull(opener, "opener");
    this.state = new ReaderState(clock);
    this.thread = new DeviceThread(NAME, settings.reopenInterval(), this::lookAfter);
  }

  private interface Step<T> {
    T on(ReaderConnection connection) throws DeviceException, LinkException, InterruptedException;
  }

  @Override
  public CardRead read(Duration timeout) throws DeviceException, InterruptedException {
    return use(
        reader -> {
          CardFetch fetch = new CardFetch(reader, settings);
          fetch.awaitCard(timeout);
          return fetch.read();
        });
  }

  /**
   * As {@link #read}, with the fingerprint templates; only for an item that needs them. A module
   * that does not know the command gives the card without.
   *
   * @return to be closed as soon as the fingers were compared
   */
  public FingerprintedRead readWithFingerprints(Duration timeout)
      throws DeviceException, InterruptedException {
    return use(
        reader -> {
          CardFetch fetch = new CardFetch(reader, settings);
          fetch.awaitCard(timeout);
          return fetch.readWithFingerprints();
        });
  }

  @Override
  public boolean cardPresent(Duration timeout) throws DeviceException, InterruptedException {
    return use(reader -> new CardPresence(reader, settings).present(timeout));
  }

  @Override
  public List<String> newestAddresses(Duration timeout)
      throws DeviceException, InterruptedException {
    return use(reader -> new CardPresence(reader, settings).newestAddresses(timeout));
  }

  @Override
  public String securityModuleId(Duration timeout) throws DeviceException, InterruptedException {
    return use(reader -> reader.moduleId(timeout));
  }

  /**
   * Asks the module how it is and who it is.
   *
   * @return its id
   */
  public String inspect(Duration timeout) throws DeviceException, InterruptedException {
    return use(
        reader -> {
          reader.requireWell(timeout);
          return reader.moduleId(timeout);
        });
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeviceStatus status() {
    return state.status();
  }

  private <T> T use(Step<T> step) throws DeviceException, InterruptedException {
    return thread.call(() -> onThread(step));
  }

  private <T> T onThread(Step<T> step) throws DeviceException, InterruptedException {
    try {
      if (connection == null) {
        connection = ReaderConnection.open(opener, settings);
      }
      T result = step.on(connection);
      state.well();
      return result;
    } catch (LinkException e) {
      disconnect();
      DeviceException failure = e.asFaultOf(NAME);
      state.failed(failure);
      throw failure;
    } catch (DeviceException e) {
      if (state.failed(e)) {
        // The next call greets the reader anew; that is also what helps one that hangs.
        disconnect();
      }
      throw e;
    }
  }

  /** Upkeep of the idle thread: an open port is only glanced at, so that a card stays selected. */
  private void lookAfter() {
    try {
      onThread(
          reader -> {
            reader.session().glance();
            return null;
          });
    } catch (DeviceException e) {
      // Kept as the status and logged when it changed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  /** Ends what is under way, within 5 s, and lets go of the port. */
  @Override
  public void close() {
    thread.close();
    disconnect();
  }
}
