package egov.kiosk.documents.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outlines of characters as PDF draws them, in thousandths of a character's height, from the base
 * line up. Fonts are opened when the first character is asked for. Safe for use by several threads.
 */
public final class GlyphPaths {
  /** How many units a character is high. */
  static final int UNITS = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(GlyphPaths.class);
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final int MOST_KEPT = 2_000;

  /** For a character no font has: a box, as readers show. */
  private static final String BOX =
      "80 0 m 920 0 l 920 860 l 80 860 l h\n140 60 m 140 800 l 860 800 l 860 60 l h\nf\n";

  private final List<Path> files;
  private final Map<Integer, String> drawn = new HashMap<>();
  private List<Font> fonts;

  /**
   * @param files fonts in order of preference; those that are missing are passed over
   */
  public GlyphPaths(List<Path> files) {
    this.files = List.copyOf(files);
  }

  synchronized String of(int codePoint) {
    if (fonts == null) {
      fonts = open();
    }
    if (drawn.size() > MOST_KEPT) {
      drawn.clear();
    }
    return drawn.computeIfAbsent(
        codePoint,
        one ->
            fonts.stream()
                .filter(font -> font.canDisplay(one))
                .findFirst()
                .map(font -> path(font, Character.toString(one)))
                .orElse(BOX));
  }

  private List<Font> open() {
    List<Font> opened = new ArrayList<>();
    for (Path file : files) {
      try {
        if (Files.isReadable(file)) {
          opened.add(simplified(Font.createFonts(file.toFile())).deriveFont((float) UNITS));
        }
      } catch (FontFormatException | IOException e) {
        LOG.warn("PDF copies go without {}, which is no font; install it again", file);
      }
    }
    return opened;
  }

  /**
   * A collection for all of East Asia begins with Japanese shapes; of the Chinese ones that with
   * Latin letters of half a square fits the pages.
   */
  private static Font simplified(Font[] fonts) {
    List<String> wanted = List.of("Mono CJK SC", " SC");
    return wanted.stream()
        .flatMap(
            name ->
                Arrays.stream(fonts).filter(font -> font.getFontName(Locale.ROOT).contains(name)))
        .findFirst()
        .orElse(fonts[0]);
  }

  /** PDF knows cubic curves only, and its ordinate goes up. */
  private static String path(Font font, String text) {
    Shape shape = font.createGlyphVector(EXACT, text).getOutline();
    StringBuilder path = new StringBuilder();
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator each = shape.getPathIterator(null); !each.isDone(); each.next()) {
      int kind = each.currentSegment(p);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> write(path, "m", p[0], p[1]);
        case PathIterator.SEG_LINETO -> write(path, "l", p[0], p[1]);
        case PathIterator.SEG_QUADTO ->
            write(
                path,
                "c",
                x + (p[0] - x) * 2 / 3,
                y + (p[1] - y) * 2 / 3,
                p[2] + (p[0] - p[2]) * 2 / 3,
                p[3] + (p[1] - p[3]) * 2 / 3,
                p[2],
                p[3]);
        case PathIterator.SEG_CUBICTO -> write(path, "c", p[0], p[1], p[2], p[3], p[4], p[5]);
        default -> path.append("h\n");
      }
      int last = kind == PathIterator.SEG_CLOSE ? -1 : 2 * Math.max(1, kind) - 2;
      if (last >= 0) {
        x = p[last];
        y = p[last + 1];
      }
    }
    return path.isEmpty() ? "" : path.append("f\n").toString();
  }

  private static void write(StringBuilder path, String operator, double... numbers) {
    for (int i = 0; i < numbers.length; i++) {
      double number = i % 2 == 0 ? numbers[i] : -numbers[i];
      path.append(String.format(Locale.ROOT, "%d ", Math.round(number)));
    }
    path.append(operator).append('\n');
  }
}
