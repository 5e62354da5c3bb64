package egov.kiosk.proving.audit;

/**
 * One message a kiosk tried to queue, and what it said about it since.
 *
 * @param id its identity
 * @param key its order key, {@code -} for none
 * @param number rises on each key
 * @param sequence its place in the queue once it was accepted, 0 before
 * @param refused why it was not accepted, empty otherwise
 */
record Entry(String id, String key, long number, long sequence, String refused) {
  static Entry tried(String id, String key, long number) {
    return new Entry(id, key, number, 0, "");
  }

  Entry took(long place) {
    return new Entry(id, key, number, place, "");
  }

  Entry refused(String reason) {
    return new Entry(id, key, number, 0, reason);
  }

  /** The power went before it was accepted; what happened after that happened in no real world. */
  Entry undone() {
    return new Entry(id, key, number, 0, "POWER");
  }

  /** Whether somebody was told that it is safe. */
  boolean accepted() {
    return sequence > 0;
  }

  boolean ordered() {
    return !key.equals("-");
  }
}
