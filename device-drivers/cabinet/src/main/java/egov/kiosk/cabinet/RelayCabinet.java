package egov.kiosk.cabinet;

import egov.kiosk.cabinet.modbus.ModbusMasking;
import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.domain.device.PowerSwitch;
import egov.kiosk.link.Connector;
import egov.kiosk.link.HotPlug;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkOpener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A cabinet behind one Modbus RTU relay board: lamps, door, presence, UPS, and the power of devices
 * that hang. A relay that has fallen off gives power, so that a dead board takes none away.
 *
 * <p>Safe for use by several threads; one thread of its own speaks to the board and tells
 * listeners.
 */
public final class RelayCabinet implements Cabinet, PowerSwitch, AutoCloseable {
  /** The device's name. */
  public static final String NAME = "cabinet";

  /** Long enough for a device's capacitors. */
  private static final Duration OFF = Duration.ofSeconds(3);

  /** A look, its answer twice, and a board that just comes back. */
  private static final Duration SWITCHING = Duration.ofSeconds(5);

  private final CabinetProfile profile;
  private final Watch watch = new Watch();
  private final Wanted wanted;
  private final HotPlug<BoardConnection> hotPlug;

  /** A cabinet at the configured address; starts looking for its board. */
  public RelayCabinet(CabinetSettings settings, InstantSource clock) {
    this(settings, KnownDevices.ANY, clock);
  }

  /**
   * As above.
   *
   * @param known whether the board that answers may serve
   */
  public RelayCabinet(CabinetSettings settings, KnownDevices known, InstantSource clock) {
    this(settings, settings.address().opener(), settings.address()::empty, known, clock);
  }

  /** A cabinet at the end of any other link. */
  public RelayCabinet(CabinetSettings settings, LinkOpener opener, InstantSource clock) {
    this(settings, opener, () -> false, KnownDevices.ANY, clock);
  }

  private RelayCabinet(
      CabinetSettings settings,
      LinkOpener opener,
      BooleanSupplier gone,
      KnownDevices known,
      InstantSource clock) {
    this.profile = settings.profile();
    this.wanted = new Wanted(profile);
    HotPlugSettings usual = HotPlugSettings.USUAL;
    this.hotPlug =
        new HotPlug<>(
            NAME,
            new HotPlugSettings(
                usual.lookWhenLost(), settings.look(), usual.lookWhenUnwell(), usual.openLimit()),
            Connector.noticing(
                gone, limit -> BoardConnection.greet(opener.open(limit), settings, watch, wanted)),
            known,
            clock,
            ModbusMasking::new);
  }

  /** Has a listener told from now on, and of what is the case already. */
  public void listen(CabinetListener listener) {
    watch.add(listener);
  }

  /** Has it told no more. */
  public void forget(CabinetListener listener) {
    watch.remove(listener);
  }

  @Override
  public Optional<Boolean> doorOpen() {
    return watch.now().door();
  }

  @Override
  public Optional<Boolean> personPresent() {
    return watch.now().person();
  }

  @Override
  public Optional<Boolean> onBattery() {
    return watch.now().onBattery();
  }

  @Override
  public Optional<Boolean> batteryLow() {
    return watch.now().batteryLow();
  }

  @Override
  public void light(Set<Lamp> lit) {
    wanted.light(lit);
  }

  @Override
  public boolean cycle(String device, Duration limit) throws InterruptedException {
    Objects.requireNonNull(device, "device");
    if (profile.outlets().getOrDefault(device, -1) < 0) {
      return false;
    }
    Duration half = limit.dividedBy(2);
    Duration switching = half.compareTo(SWITCHING) < 0 ? half : SWITCHING;
    boolean off;
    long back;
    try {
      off = wanted.await(wanted.power(device, true), switching);
      if (off) {
        Thread.sleep((half.compareTo(OFF) < 0 ? half : OFF).toMillis());
      }
    } finally {
      // Whatever happened: the board is told as soon as it listens.
      back = wanted.power(device, false);
    }
    return off && wanted.await(back, switching);
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

  /** Ends what is under way, within 5 s, and lets go of the board. */
  @Override
  public void close() {
    hotPlug.close();
  }
}
