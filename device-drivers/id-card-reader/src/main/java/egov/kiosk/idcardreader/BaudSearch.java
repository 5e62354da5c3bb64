package egov.kiosk.idcardreader;

import egov.kiosk.idcardreader.sdt.SdtSession;
import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the speed of a reader that is silent at the configured one: somebody set it to another.
 * Each speed is asked for the module's status, fastest first, and an answer with a right checksum
 * ends the search.
 */
final class BaudSearch {
  private static final Logger LOG = LoggerFactory.getLogger(BaudSearch.class);

  /** The longest brief answer takes 28 ms at 9600 baud; the rest is the module's own time. */
  private static final Duration LISTEN = Duration.ofMillis(250);

  private final Places places;

  BaudSearch(Places places) {
    this.places = places;
  }

  /** The same port at the speed that was answered at; empty when no speed was. */
  Optional<LinkAddress.Serial> search(LinkAddress.Serial silent, Duration openLimit)
      throws LinkException, InterruptedException {
    List<Integer> others =
        LinkAddress.Serial.BAUDS.stream()
            .filter(baud -> baud != silent.baud())
            .sorted(Comparator.reverseOrder())
            .toList();
    for (int baud : others) {
      LinkAddress.Serial candidate = new LinkAddress.Serial(silent.path(), baud);
      if (answers(candidate, openLimit)) {
        LOG.warn(
            "{}: {} is silent at {} baud and answers at {}; correct the configuration",
            SdtIdCardReader.NAME,
            silent.path(),
            silent.baud(),
            baud);
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private boolean answers(LinkAddress.Serial place, Duration openLimit)
      throws LinkException, InterruptedException {
    try (Link link = places.open(place, openLimit)) {
      return new SdtSession(SdtIdCardReader.NAME, link, SdtTimings.DEFAULT).answers(LISTEN);
    }
  }
}
