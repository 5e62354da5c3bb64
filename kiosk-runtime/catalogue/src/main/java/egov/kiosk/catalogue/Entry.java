package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ServiceItem;

/**
 * One entry that stands by itself; whether it stands beside the others is another question.
 *
 * @param item what it says
 * @param positions where in its file it says so
 */
record Entry(ServiceItem item, Positions positions) {
  /** Refuses the entry for what others say. */
  EntryRefusedException refused(String pointer, String reason) {
    return new EntryRefusedException(pointer, reason).in(positions);
  }
}
