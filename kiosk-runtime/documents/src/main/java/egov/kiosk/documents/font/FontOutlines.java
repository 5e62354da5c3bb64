package egov.kiosk.documents.font;

import egov.kiosk.documents.ofd.RareGlyphs;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outlines out of TrueType files, for characters beyond GBK, which every Chinese font has. The
 * files are opened when the first such character comes; one that cannot be opened is said once in
 * the log and does without.
 */
public final class FontOutlines implements RareGlyphs {
  private static final Logger LOG = LoggerFactory.getLogger(FontOutlines.class);
  private static final Charset COMMON = Charset.forName("GBK");

  private final List<Path> files;
  private List<Font> fonts;

  /**
   * @param files fonts in order of preference
   */
  public FontOutlines(List<Path> files) {
    this.files = List.copyOf(files);
  }

  @Override
  public synchronized Optional<String> outline(int codePoint) {
    CharsetEncoder common = COMMON.newEncoder();
    String text = Character.toString(codePoint);
    if (common.canEncode(text)) {
      return Optional.empty();
    }
    if (fonts == null) {
      fonts = open();
    }
    return fonts.stream()
        .filter(font -> font.canDisplay(codePoint))
        .findFirst()
        .map(font -> path(font, text));
  }

  private List<Font> open() {
    List<Font> opened = new ArrayList<>();
    for (Path file : files) {
      try {
        opened.add(Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont((float) UNITS));
      } catch (FontFormatException | IOException e) {
        LOG.warn("Rare characters may show as boxes: {} is no font; install it", file);
      }
    }
    return opened;
  }

  private static String path(Font font, String text) {
    Shape shape =
        font.createGlyphVector(new FontRenderContext(null, true, true), text).getOutline(0, ABOVE);
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
      int kind = each.currentSegment(points);
      path.append(path.isEmpty() ? "" : " ").append("MLQBC".charAt(kind));
      int numbers = kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind);
      for (int i = 0; i < numbers; i++) {
        path.append(' ').append(Math.round(points[i]));
      }
    }
    return path.toString();
  }
}
