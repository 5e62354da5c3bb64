package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevice;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.PowerSwitch;
import egov.kiosk.link.Connector;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the reader among its places, at whatever speed it has, and climbs the ladder with one that
 * is unwell: reset (10 FF), open the port anew, take its power away, give up.
 *
 * <p>Of several readers the accepted one is taken; when none of them is, the first that answers,
 * and whoever asked for it sees that it is a stranger.
 */
final class ReaderConnector implements Connector<ReaderConnection> {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderConnector.class);

  /** A relay that clicks all day mends nothing. */
  private static final Duration BETWEEN_POWER_CYCLES = Duration.ofMinutes(10);

  private static final Duration POWER_CYCLE = Duration.ofSeconds(10);

  private final ReaderSettings settings;
  private final Places places;
  private final KnownDevices known;
  private final PowerSwitch power;
  private final Map<LinkAddress, LinkAddress> speedFound = new HashMap<>();
  private Deadline nextPowerCycle = Deadline.after(Duration.ZERO);

  ReaderConnector(ReaderSettings settings, Places places, KnownDevices known, PowerSwitch power) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.places = Objects.requireNonNull(places, "places");
    this.known = Objects.requireNonNull(known, "known");
    this.power = Objects.requireNonNull(power, "power");
  }

  @Override
  public ReaderConnection connect(Duration limit)
      throws DeviceException, LinkException, InterruptedException {
    List<LinkAddress> candidates = settings.places();
    if (candidates.size() == 1) {
      return at(candidates.get(0), limit);
    }
    Optional<DeviceIdentity> wanted = accepted();
    Optional<LinkAddress> stranger = Optional.empty();
    Failure failure = new Failure();
    for (LinkAddress place : candidates) {
      try {
        ReaderConnection found = at(place, limit);
        if (wanted.isEmpty() || wanted.equals(found.identity())) {
          return found;
        }
        found.close();
        stranger = stranger.or(() -> Optional.of(place));
      } catch (LinkException e) {
        failure.note(e);
      } catch (DeviceException e) {
        failure.note(e);
      }
    }
    if (stranger.isPresent()) {
      return at(stranger.get(), limit);
    }
    throw failure.worst();
  }

  @Override
  public boolean gone() {
    return settings.places().stream().allMatch(places::empty);
  }

  private Optional<DeviceIdentity> accepted() {
    return known.list().stream()
        .filter(one -> one.device().equals(SdtIdCardReader.NAME))
        .map(KnownDevice::accepted)
        .findFirst();
  }

  private ReaderConnection at(LinkAddress configured, Duration limit)
      throws DeviceException, LinkException, InterruptedException {
    LinkAddress place = speedFound.getOrDefault(configured, configured);
    try {
      return greeted(place, limit);
    } catch (DeviceException e) {
      speedFound.remove(configured);
      if (e.fault() == FaultCode.NO_ANSWER || e.fault() == FaultCode.LINE_NOISE) {
        Optional<ReaderConnection> other = atAnotherSpeed(configured, limit);
        if (other.isPresent()) {
          return other.get();
        }
      }
      return afterReopening(configured, limit, e);
    }
  }

  private ReaderConnection greeted(LinkAddress place, Duration limit)
      throws DeviceException, LinkException, InterruptedException {
    return ReaderConnection.greet(places.open(place, limit), place, settings);
  }

  private Optional<ReaderConnection> atAnotherSpeed(LinkAddress configured, Duration limit)
      throws DeviceException, LinkException, InterruptedException {
    if (!settings.autobaud() || !(configured instanceof LinkAddress.Serial serial)) {
      return Optional.empty();
    }
    Optional<LinkAddress.Serial> speed = new BaudSearch(places).search(serial, limit);
    if (speed.isEmpty()) {
      return Optional.empty();
    }
    speedFound.put(configured, speed.get());
    return Optional.of(greeted(speed.get(), limit));
  }

  /** The second and the third rung; the reset was the first and part of the greeting. */
  private ReaderConnection afterReopening(LinkAddress place, Duration limit, DeviceException first)
      throws DeviceException, LinkException, InterruptedException {
    if (!helpedByPower(first.fault())) {
      throw first;
    }
    try {
      return greeted(place, limit);
    } catch (DeviceException e) {
      if (!nextPowerCycle.passed()) {
        throw e;
      }
      nextPowerCycle = Deadline.after(BETWEEN_POWER_CYCLES);
      if (!power.cycle(SdtIdCardReader.NAME, POWER_CYCLE)) {
        throw e;
      }
      LOG.warn("{}: its power was taken away and given back", SdtIdCardReader.NAME);
      return greeted(place, limit);
    }
  }

  private static boolean helpedByPower(FaultCode fault) {
    return switch (fault) {
      case NO_ANSWER, LINE_NOISE, PROTOCOL_ERROR, READER_SELF_TEST_FAILED -> true;
      default -> false;
    };
  }

  /**
   * What to report when no place has a reader: one that is unwell says more than an empty place.
   */
  private static final class Failure {
    private LinkException empty;
    private DeviceException unwell;

    void note(LinkException e) {
      if (empty == null || e.fault() == LinkFault.CANNOT_OPEN) {
        empty = e;
      }
    }

    void note(DeviceException e) {
      unwell = e;
    }

    LinkException worst() throws DeviceException {
      if (unwell != null) {
        throw unwell;
      }
      return empty;
    }
  }
}
