package egov.kiosk.gateway;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.fleet.UpChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Which kiosks a worker listens to.
 *
 * @param kiosks those of profile B, kiosk by kiosk; empty for profile A, where all workers share
 *     all kiosks
 */
public record Coverage(Optional<List<String>> kiosks) {
  private static final String SHARE = "$share/tx/";

  /** The broker gives what a vanished worker had to the others no sooner than this is over. */
  private static final Duration SHARED_SESSION = Duration.ofSeconds(60);

  private static final Duration OWN_SESSION = Duration.ofDays(1);

  public Coverage {
    kiosks = kiosks.map(List::copyOf);
  }

  /** Profile A: each message goes to one of the workers, the broker chooses. */
  public static Coverage shared() {
    return new Coverage(Optional.empty());
  }

  /**
   * Profile B: this worker's part of the fleet, by the CRC-32 of the kiosk's id.
   *
   * @param fleet every kiosk's id
   * @param worker from 1
   * @param workers how many workers there are
   */
  public static Coverage part(List<String> fleet, int worker, int workers) {
    if (worker < 1 || worker > workers) {
      throw new IllegalArgumentException("a partition is written i/n, with i from 1 to n");
    }
    List<String> own = new ArrayList<>();
    for (String kiosk : fleet) {
      if (!Topics.isKioskId(kiosk)) {
        throw new IllegalArgumentException("the list of kiosks has a line that is no kiosk's id");
      }
      CRC32 crc = new CRC32();
      crc.update(kiosk.getBytes(StandardCharsets.US_ASCII));
      if (crc.getValue() % workers == worker - 1) {
        own.add(kiosk);
      }
    }
    if (own.isEmpty()) {
      throw new IllegalArgumentException("no kiosk of the list belongs to this partition");
    }
    return new Coverage(Optional.of(own));
  }

  /** How long the broker should keep the session of a worker that is away. */
  public Duration sessionExpiry() {
    return kiosks.isEmpty() ? SHARED_SESSION : OWN_SESSION;
  }

  /** The topic filters to subscribe to. */
  String[] filters(Set<UpChannel> channels) {
    List<String> filters = new ArrayList<>();
    for (String kiosk : kiosks.orElse(List.of("+"))) {
      String prefix = kiosks.isEmpty() ? SHARE : "";
      filters.add(prefix + "egov/1/" + kiosk + "/up/tx/#");
      for (UpChannel channel : channels) {
        // No kiosk is called so; the contract has the one place where topics are written down.
        filters.add(prefix + Topics.of(channel, "x").replace("/x/", "/" + kiosk + "/"));
      }
    }
    return filters.toArray(String[]::new);
  }
}
