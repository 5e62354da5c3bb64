package egov.kiosk.facepacks.calibration;

import egov.kiosk.identity.pack.PortraitKind;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The ROC as a picture: TAR over FAR, the latter in powers of ten. */
public final class RocPicture {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 620;
  private static final int LEFT = 70;
  private static final int TOP = 30;
  private static final int RIGHT = WIDTH - 30;
  private static final int BOTTOM = HEIGHT - 60;
  private static final int DECADES = 5;
  private static final double LOWEST = 0.4;

  private RocPicture() {}

  /** The picture as PNG. */
  public static byte[] png(Measurement measurement) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    grid(g);
    int line = 0;
    for (PortraitKind kind : PortraitKind.values()) {
      for (Half half : Half.values()) {
        g.setColor(kind == PortraitKind.CARD ? new Color(0xB03A2E) : new Color(0x1F618D));
        g.setStroke(stroke(half));
        curve(g, measurement.trials(kind, half));
        legend(g, kind, half, line++);
      }
    }
    g.setColor(Color.BLACK);
    g.drawString("ROC of face pack " + measurement.packId(), LEFT, TOP - 10);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static BasicStroke stroke(Half half) {
    return half == Half.TUNING
        ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0)
        : new BasicStroke(2.5f);
  }

  private static void grid(Graphics2D g) {
    for (int decade = 0; decade <= DECADES; decade++) {
      int x = (int) x(Math.pow(10, -decade));
      g.setColor(Color.LIGHT_GRAY);
      g.drawLine(x, TOP, x, BOTTOM);
      g.setColor(Color.BLACK);
      g.drawString(decade == 0 ? "1" : "1e-" + decade, x - 12, BOTTOM + 20);
    }
    for (int tenth = 4; tenth <= 10; tenth++) {
      int y = (int) y(tenth / 10.0);
      g.setColor(Color.LIGHT_GRAY);
      g.drawLine(LEFT, y, RIGHT, y);
      g.setColor(Color.BLACK);
      g.drawString(tenth * 10 + " %", LEFT - 45, y + 5);
    }
    g.drawString("false accept rate (FAR)", (LEFT + RIGHT) / 2 - 60, BOTTOM + 42);
    g.drawString("true accept rate (TAR)", LEFT + 8, TOP + 18);
  }

  private static double x(double far) {
    double part = (Math.log10(Math.max(far, 1e-9)) + DECADES) / DECADES;
    return LEFT + Math.max(0, part) * (RIGHT - LEFT);
  }

  private static double y(double tar) {
    return BOTTOM - (Math.max(tar, LOWEST) - LOWEST) / (1 - LOWEST) * (BOTTOM - TOP);
  }

  private static void curve(Graphics2D g, Trials trials) {
    Path2D path = new Path2D.Double();
    for (int step = 0; step <= DECADES * 20; step++) {
      double far = Math.pow(10, -step / 20.0);
      // Left of one mistake there is nothing to draw.
      if (trials.different().length * far >= 1) {
        double tar = trials.tar(trials.threshold(far));
        if (step == 0) {
          path.moveTo(x(far), y(tar));
        } else {
          path.lineTo(x(far), y(tar));
        }
      }
    }
    g.draw(path);
  }

  private static void legend(Graphics2D g, PortraitKind kind, Half half, int line) {
    int y = BOTTOM - 90 + line * 20;
    g.drawLine(RIGHT - 230, y, RIGHT - 190, y);
    g.setColor(Color.BLACK);
    g.drawString((kind + ", " + half + " half").toLowerCase(Locale.ROOT), RIGHT - 180, y + 5);
  }
}
