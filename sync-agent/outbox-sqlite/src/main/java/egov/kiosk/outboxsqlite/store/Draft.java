package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.DeliveryState;

/** The tally as it will be once the transaction under way is durable. Used by one thread. */
final class Draft {
  private Tally tally;

  Draft(Tally tally) {
    this.tally = tally;
  }

  Tally tally() {
    return tally;
  }

  void reset(Tally durable) {
    tally = durable;
  }

  void appended(long sequence, long bytes) {
    tally = tally.appended(sequence, bytes);
  }

  void moved(String from, String to) {
    tally = tally.moved(from, DeliveryState.valueOf(to));
  }

  void using(long bytes) {
    tally = tally.using(bytes);
  }
}
