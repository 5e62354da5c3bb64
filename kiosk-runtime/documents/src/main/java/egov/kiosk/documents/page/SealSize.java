package egov.kiosk.documents.page;

/**
 * How large the seal's picture is, in micrometres.
 *
 * @param width more than 0
 * @param height more than 0
 */
public record SealSize(int width, int height) {
  private static final int LARGEST = 60_000;

  public SealSize {
    if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
      throw new IllegalArgumentException("a seal on these templates measures at most 60 mm");
    }
  }
}
