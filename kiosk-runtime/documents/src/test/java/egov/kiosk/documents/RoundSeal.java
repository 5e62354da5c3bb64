package egov.kiosk.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The round red seal of an office (公章): ring, star, and the name along the upper arc. */
final class RoundSeal {
  private static final int SIDE = 480;
  private static final double CENTRE = SIDE / 2.0;

  private RoundSeal() {}

  static byte[] png(String name) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0xC8, 0x10, 0x1E));
    pen.setStroke(new BasicStroke(14));
    pen.draw(new Ellipse2D.Double(8, 8, SIDE - 16, SIDE - 16));
    pen.fill(star());
    pen.setFont(new Font("Noto Serif CJK SC", Font.BOLD, 54));
    double step = Math.toRadians(Math.min(30, 240.0 / name.length()));
    double angle = -step * (name.length() - 1) / 2;
    for (int i = 0; i < name.length(); i++, angle += step) {
      Graphics2D turned = (Graphics2D) pen.create();
      turned.rotate(angle, CENTRE, CENTRE);
      turned.drawString(name.substring(i, i + 1), (float) CENTRE - 27, 80);
      turned.dispose();
    }
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Path2D star() {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 75 : 29;
      double angle = Math.PI * i / 5 - Math.PI / 2;
      double x = CENTRE + radius * Math.cos(angle);
      double y = CENTRE + radius * Math.sin(angle);
      if (i == 0) {
        star.moveTo(x, y);
      } else {
        star.lineTo(x, y);
      }
    }
    star.closePath();
    return star;
  }
}
