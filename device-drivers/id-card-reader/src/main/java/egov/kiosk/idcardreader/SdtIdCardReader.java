package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.PowerSwitch;
import egov.kiosk.idcardreader.card.StandInCard;
import egov.kiosk.idcardreader.sdt.SdtMasking;
import egov.kiosk.link.HotPlug;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A desk-top identity card reader (台式居民身份证阅读器, GA 450) speaking GA/T 467-2019, on a serial line,
 * over TCP, or on USB.
 *
 * <p>Safe for use by several threads; the work is done by one thread of its own, and while it works
 * every other caller is told busy. A reader that was pulled is found again by the idle thread
 * itself, and by the next call.
 */
public final class SdtIdCardReader implements IdCardReader, AutoCloseable {
  /** The device's name. */
  public static final String NAME = "id-card-reader";

  /** What a command may take beyond its own time: the whole ladder of a reader that is unwell. */
  private static final Duration MARGIN = Duration.ofSeconds(25);

  private final ReaderSettings settings;
  private final HotPlug<ReaderConnection> plug;

  /** A reader at its configured places that is the only one known. */
  public SdtIdCardReader(ReaderSettings settings, InstantSource clock) {
    this(settings, KnownDevices.ANY, PowerSwitch.NONE, clock);
  }

  /**
   * A reader at its configured places.
   *
   * @param known which reader may serve
   * @param power the last resort with one that is unwell
   */
  public SdtIdCardReader(
      ReaderSettings settings, KnownDevices known, PowerSwitch power, InstantSource clock) {
    this(settings, Places.REAL, known, power, clock);
  }

  /**
   * A reader at the end of any other link, e.g. a replayed tape.
   *
   * @param opener called again whenever the link was lost
   */
  public SdtIdCardReader(ReaderSettings settings, LinkOpener opener, InstantSource clock) {
    this(settings, (place, limit) -> opener.open(limit), KnownDevices.ANY, PowerSwitch.NONE, clock);
  }

  private SdtIdCardReader(
      ReaderSettings settings,
      Places places,
      KnownDevices known,
      PowerSwitch power,
      InstantSource clock) {
    this.settings = settings;
    this.plug =
        new HotPlug<>(
            NAME,
            settings.watch(),
            new ReaderConnector(settings, places, known, power),
            known,
            clock,
            () -> new SdtMasking(StandInCard::of));
  }

  private <T> T use(Duration own, HotPlug.Step<ReaderConnection, T> step)
      throws DeviceException, InterruptedException {
    return plug.use(own.plus(MARGIN), step);
  }

  @Override
  public CardRead read(Duration timeout) throws DeviceException, InterruptedException {
    return use(
        timeout,
        reader -> {
          CardFetch fetch = fetch(reader);
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
        timeout,
        reader -> {
          CardFetch fetch = fetch(reader);
          fetch.awaitCard(timeout);
          return fetch.readWithFingerprints();
        });
  }

  /** A card is only taken from the module that was greeted: nobody slips another one in between. */
  private CardFetch fetch(ReaderConnection reader)
      throws DeviceException, LinkException, InterruptedException {
    reader.moduleId(settings.timings().brief());
    return new CardFetch(reader, settings);
  }

  @Override
  public boolean cardPresent(Duration timeout) throws DeviceException, InterruptedException {
    return use(timeout, reader -> new CardPresence(reader, settings).present(timeout));
  }

  @Override
  public List<String> newestAddresses(Duration timeout)
      throws DeviceException, InterruptedException {
    return use(timeout, reader -> new CardPresence(reader, settings).newestAddresses(timeout));
  }

  @Override
  public String securityModuleId(Duration timeout) throws DeviceException, InterruptedException {
    return use(timeout, reader -> reader.moduleId(timeout));
  }

  /**
   * Asks the module how it is and who it is.
   *
   * @return its id
   */
  public String inspect(Duration timeout) throws DeviceException, InterruptedException {
    return use(
        timeout,
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
    return plug.status();
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return plug.identity();
  }

  /** Ends what is under way, within 5 s, and lets go of the port. */
  @Override
  public void close() {
    plug.close();
  }
}
