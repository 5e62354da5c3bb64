package egov.kiosk.flow.surroundings;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.EntryView.Way;
import egov.kiosk.flow.desk.EntryView.WayState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which ways to say who one is there are, and which work just now. Stateless. */
public final class EntryWays {
  private EntryWays() {}

  /** Whether anybody could say who they are for this item now. */
  public static boolean any(ServiceItem item, Ports ports) {
    return ready(of(item, Map.of(), ports));
  }

  /** Whether one of them works. */
  public static boolean ready(List<Way> ways) {
    return ways.stream().anyMatch(way -> way.state() == WayState.READY);
  }

  /**
   * What item and platform take; a way this kiosk has no device for is left out, unless it is the
   * usual one.
   *
   * @param faults devices this session saw fail
   */
  public static List<Way> of(ServiceItem item, Map<CredentialKind, FaultCode> faults, Ports ports) {
    return Arrays.stream(CredentialKind.values())
        .filter(item.profile().entries()::contains)
        .filter(kind -> kind == CredentialKind.ID_CARD || other(kind, ports))
        .map(kind -> way(kind, faults.get(kind), ports))
        .toList();
  }

  private static boolean other(CredentialKind kind, Ports ports) {
    return ports.otherCredentials() && device(kind, ports).isPresent();
  }

  /** Whether this way works now. */
  public static WayState state(CredentialKind kind, Ports ports) {
    if (!device(kind, ports).map(found -> found.status().state().usable()).orElse(false)) {
      return WayState.OUT_OF_ORDER;
    }
    boolean asks = kind == CredentialKind.CODE;
    return asks && !ports.canAsk() ? WayState.NO_LINE : WayState.READY;
  }

  /** The kinds of card this kiosk has a reader for. */
  public static Set<CredentialKind> readers(Ports ports) {
    return Arrays.stream(CredentialKind.values())
        .filter(kind -> kind != CredentialKind.CODE && device(kind, ports).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Way way(CredentialKind kind, FaultCode seen, Ports ports) {
    return seen == null
        ? new Way(kind, state(kind, ports), null)
        : new Way(kind, WayState.OUT_OF_ORDER, seen.code());
  }

  private static Optional<? extends Device> device(CredentialKind kind, Ports ports) {
    return switch (kind) {
      case ID_CARD -> ports.reader();
      case SOCIAL_CARD -> ports.socialCardReader();
      case CODE -> ports.codeScanner();
    };
  }
}
