package egov.kiosk.flow.ink;

import egov.kiosk.flow.desk.Ink;
import java.util.Arrays;

/**
 * Draws a signature: dark on white, the pen five pixels wide with soft edges, wider where it was
 * pressed. A few lines of our own, so that no graphics library is started for it.
 */
public final class InkPicture {
  private static final double THIN = 2.0;
  private static final double PRESSED = 2.0;
  private static final double SOFT = 1.0;
  private static final double HARDEST = 1_000;
  private static final double PIECE = 16;

  private final int width;
  private final int height;
  private final byte[] dots;

  private InkPicture(int width, int height) {
    this.width = width;
    this.height = height;
    dots = new byte[width * height];
    Arrays.fill(dots, (byte) 0xFF);
  }

  /** The signature as a PNG of the box's size, 8 bits of grey. */
  public static byte[] png(Ink ink) {
    InkPicture picture = new InkPicture(ink.width(), ink.height());
    for (Ink.Stroke stroke : ink.strokes()) {
      Ink.Point before = stroke.points().get(0);
      for (Ink.Point point : stroke.points()) {
        picture.stroke(before, point);
        before = point;
      }
    }
    byte[] png = GreyPng.of(picture.width, picture.height, picture.dots);
    Arrays.fill(picture.dots, (byte) 0);
    return png;
  }

  /** In short pieces, so that the dots looked at stay near the pen's way however long it is. */
  private void stroke(Ink.Point from, Ink.Point to) {
    double dx = (double) to.x() - from.x();
    double dy = (double) to.y() - from.y();
    int pieces = Math.max(1, (int) Math.ceil(Math.hypot(dx, dy) / PIECE));
    double radius = THIN + PRESSED * to.pressure() / HARDEST;
    for (int i = 0; i < pieces; i++) {
      double x = from.x() + dx * i / pieces;
      double y = from.y() + dy * i / pieces;
      piece(x, y, dx / pieces, dy / pieces, radius);
    }
  }

  /** All dots near enough to the way from a point by (dx, dy). */
  private void piece(double x0, double y0, double dx, double dy, double radius) {
    double reach = radius + SOFT;
    int left = (int) Math.max(0, Math.min(x0, x0 + dx) - reach);
    int right = (int) Math.min(width - 1, Math.max(x0, x0 + dx) + reach + 1);
    int top = (int) Math.max(0, Math.min(y0, y0 + dy) - reach);
    int bottom = (int) Math.min(height - 1, Math.max(y0, y0 + dy) + reach + 1);
    double square = dx * dx + dy * dy;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double along = square == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
        double part = Math.max(0, Math.min(1, along));
        double over = Math.hypot(x - x0 - part * dx, y - y0 - part * dy) - radius;
        if (over < SOFT) {
          darken(y * width + x, Math.min(1, SOFT - over));
        }
      }
    }
  }

  private void darken(int at, double share) {
    int grey = (int) Math.round(0xFF * (1 - share));
    if (grey < (dots[at] & 0xFF)) {
      dots[at] = (byte) grey;
    }
  }
}
