package egov.kiosk.socialcardreader;

import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.link.HotPlug;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.socialcardreader.card.ApduMasking;
import egov.kiosk.socialcardreader.card.CardFault;
import egov.kiosk.socialcardreader.pcsc.PcscReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * A reader of social security cards (社会保障卡) at the machine's PC/SC service (pcscd).
 *
 * <p>Safe for use by several threads; the work is done by one thread of its own, and while it works
 * every other caller is told busy. A reader that was pulled, or a service that was restarted, is
 * found again by itself.
 */
public final class PcscSocialCardReader implements SocialCardReader, AutoCloseable {
  /** The device's name. */
  public static final String NAME = CardFault.DEVICE;

  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final SocialCardReaderSettings settings;
  private final HotPlug<PcscReader> hotPlug;

  /** Starts looking for the reader; any may serve. */
  public PcscSocialCardReader(SocialCardReaderSettings settings, InstantSource clock) {
    this(settings, KnownDevices.ANY, clock);
  }

  /**
   * As above.
   *
   * @param known whether the one that is there may serve
   */
  public PcscSocialCardReader(
      SocialCardReaderSettings settings, KnownDevices known, InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.hotPlug =
        new HotPlug<>(
            NAME,
            HotPlugSettings.USUAL,
            limit -> PcscReader.find(settings.library(), settings.reader()),
            known,
            clock,
            ApduMasking::new);
  }

  @Override
  public SocialCard read(Duration timeout) throws DeviceException, InterruptedException {
    // Two pieces of work, so that a card that falls silent does not hold its reader for longer than
    // reading may take.
    hotPlug.use(
        timeout.plus(MARGIN),
        reader -> {
          reader.awaitCard(timeout);
          return null;
        });
    return hotPlug.use(settings.readLimit(), PcscReader::read);
  }

  @Override
  public boolean cardPresent(Duration timeout) throws DeviceException, InterruptedException {
    return hotPlug.use(timeout, PcscReader::cardPresent);
  }

  /** The name of the reader in use, as PC/SC has it. */
  public String readerName(Duration timeout) throws DeviceException, InterruptedException {
    return hotPlug.use(timeout, PcscReader::name);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return hotPlug.identity();
  }

  @Override
  public DeviceStatus status() {
    return hotPlug.status();
  }

  /** Ends what is under way, within 5 s. */
  @Override
  public void close() {
    hotPlug.close();
  }
}
