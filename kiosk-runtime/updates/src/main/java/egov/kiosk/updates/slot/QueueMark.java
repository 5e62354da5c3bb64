package egov.kiosk.updates.slot;

/**
 * What the queue's file says of itself in {@code user_version}: the lower half is its version, the
 * upper half the oldest version a program must know to go on with it; zero there means the version
 * itself. A version that only adds is so opened by a program that does not know it.
 *
 * @param version which schema it has; 0 is an empty file
 * @param oldest the lowest version a program must have
 */
record QueueMark(int version, int oldest) {
  private static final int HALF = 16;
  private static final int LOWER = 0xFFFF;

  /** A number that no program writes is a version nobody knows. */
  static QueueMark of(int number) {
    int version = number & LOWER;
    int oldest = number >>> HALF;
    return number > LOWER && oldest < version
        ? new QueueMark(version, oldest)
        : new QueueMark(number, number);
  }

  /** Whether a program that opens a range of versions can go on with the file. */
  boolean openedBy(int from, int to) {
    return version == 0 || (version >= from && oldest <= to);
  }
}
