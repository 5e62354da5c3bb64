package egov.kiosk.idcardreader;

import egov.kiosk.link.Link;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkException;
import java.time.Duration;

/** How the places of a reader are opened; anything else than the wire itself only in tests. */
@FunctionalInterface
interface Places {
  /** The wire. */
  Places REAL = (place, limit) -> place.opener().open(limit);

  Link open(LinkAddress place, Duration limit) throws LinkException, InterruptedException;
}
