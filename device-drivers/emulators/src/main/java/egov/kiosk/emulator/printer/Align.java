package egov.kiosk.emulator.printer;

/** Where a line or a picture stands between the paper's edges. */
enum Align {
  LEFT,
  CENTRE,
  RIGHT;

  /** The left edge of something so wide, in dots. */
  int start(int paperWidth, int width) {
    int room = Math.max(0, paperWidth - width);
    return switch (this) {
      case LEFT -> 0;
      case CENTRE -> room / 2;
      case RIGHT -> room;
    };
  }
}
