package egov.kiosk.portraitdecoder.child;

/** The sizes of what crosses the pipe between the runtime and the child. */
public final class Frames {
  /** A request: the photo block as it is on the card. */
  public static final int BLOCK_BYTES = 1024;

  public static final int WIDTH = 102;
  public static final int HEIGHT = 126;

  /** A picture: blue, green, red, row by row. */
  public static final int PICTURE_BYTES = WIDTH * HEIGHT * 3;

  /** An answer begins with the library's return value, four bytes, high byte first. */
  public static final int HEADER_BYTES = 4;

  /** The return value after which a picture follows; the only one. */
  public static final int DECODED = 1;

  private Frames() {}
}
