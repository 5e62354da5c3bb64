package egov.kiosk.documents.ofd;

/** Micrometres as the millimetres OFD speaks of, exact and without needless zeros. */
public final class Millimetres {
  private static final int THOUSAND = 1000;

  private Millimetres() {}

  /** One or more lengths that are not negative, separated by blanks. */
  public static String of(int... micrometres) {
    StringBuilder text = new StringBuilder();
    for (int length : micrometres) {
      if (length < 0) {
        throw new IllegalArgumentException("a length is not negative");
      }
      text.append(text.isEmpty() ? "" : " ").append(length / THOUSAND);
      int rest = length % THOUSAND;
      if (rest != 0) {
        text.append('.').append(String.valueOf(THOUSAND + rest).substring(1).replaceAll("0+$", ""));
      }
    }
    return text.toString();
  }
}
