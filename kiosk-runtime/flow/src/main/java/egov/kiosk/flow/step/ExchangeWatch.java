package egov.kiosk.flow.step;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.surroundings.Ports;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees that a device is exchanged for another one while a citizen is there: the new one may be
 * somebody's own. A device that was a stranger before the citizen came is out of service anyway and
 * does not end a session that never uses it.
 */
final class ExchangeWatch {
  private final Ports ports;
  private Session watched;
  private Set<String> strangersBefore = Set.of();

  ExchangeWatch(Ports ports) {
    this.ports = Objects.requireNonNull(ports, "ports");
  }

  /** Whether it happened since the session's first beat. */
  boolean during(Session session) {
    Set<String> strangers = strangers();
    if (session != watched) {
      watched = session;
      strangersBefore = strangers;
      return false;
    }
    return !strangersBefore.containsAll(strangers);
  }

  private Set<String> strangers() {
    Set<String> names = new HashSet<>();
    Stream.of(
            ports.reader(),
            ports.socialCardReader(),
            ports.codeScanner(),
            ports.camera(),
            ports.printer(),
            ports.documentCamera(),
            ports.pagePrinter())
        .flatMap(Optional::stream)
        .filter(ExchangeWatch::stranger)
        .map(Device::name)
        .forEach(names::add);
    return names;
  }

  private static boolean stranger(Device device) {
    return device.status().faults().contains(FaultCode.NOT_THE_ACCEPTED_DEVICE);
  }
}
