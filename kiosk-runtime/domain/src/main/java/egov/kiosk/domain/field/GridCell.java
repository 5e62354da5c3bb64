package egov.kiosk.domain.field;

/**
 * The number of a grid (网格编码): a street or village cut into cells of some 300 households, each
 * looked after by one worker.
 *
 * @param code 4 to 32 letters, digits or hyphens; compared as it is, never parsed
 */
public record GridCell(String code) {
  /**
   * @throws IllegalArgumentException when it has another shape
   */
  public GridCell {
    if (!code.matches("[0-9A-Za-z-]{4,32}")) {
      throw new IllegalArgumentException("a grid has 4 to 32 letters, digits or hyphens");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
