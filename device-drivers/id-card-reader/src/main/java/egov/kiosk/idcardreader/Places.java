package egov.kiosk.idcardreader;

import egov.kiosk.link.Link;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkException;
import java.time.Duration;

/** How the places of a reader are opened; anything else than the wire itself only in tests. */
@FunctionalInterface
interface Places {
  /** The wire. */
  Places REAL =
      new Places() {
        @Override
        public Link open(LinkAddress place, Duration limit)
            throws LinkException, InterruptedException {
          return place.opener().open(limit);
        }

        @Override
        public boolean empty(LinkAddress place) {
          return place.empty();
        }
      };

  Link open(LinkAddress place, Duration limit) throws LinkException, InterruptedException;

  /** Whether nothing is plugged in there, as far as that is told without opening it. */
  default boolean empty(LinkAddress place) {
    return false;
  }
}
