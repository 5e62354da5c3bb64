package egov.kiosk.transfer;

import egov.kiosk.domain.envelope.Lane;

/**
 * How far an export came.
 *
 * @param chain the file so far
 * @param lane the lane it reads
 * @param after the place in that lane it has read
 */
record ExportPlace(FileChain chain, Lane lane, long after) {
  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  static ExportPlace of(String text) {
    int place = text.lastIndexOf('@');
    int lane = text.lastIndexOf('@', place - 1);
    if (lane < 0 || !text.substring(place + 1).matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("not a place in an export");
    }
    return new ExportPlace(
        FileChain.of(text.substring(0, lane)),
        Lane.valueOf(text.substring(lane + 1, place)),
        Long.parseLong(text.substring(place + 1)));
  }

  @Override
  public String toString() {
    return chain + "@" + lane + "@" + after;
  }
}
