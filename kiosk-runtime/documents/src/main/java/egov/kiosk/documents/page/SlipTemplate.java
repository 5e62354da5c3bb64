package egov.kiosk.documents.page;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.device.Slip.Align;
import egov.kiosk.domain.device.Slip.Size;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.DocumentException.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The slip (回执单): one page as wide as 80 mm paper and as long as it needs. */
public final class SlipTemplate {
  private static final int WIDTH = 80_000;
  private static final int MARGIN = 4_000;
  private static final int INNER = WIDTH - 2 * MARGIN;

  /** Twelve points: the least an old eye reads on paper. */
  private static final int NORMAL = 4_200;

  private static final int TALL = 5_600;
  private static final int DOUBLE = 7_000;
  private static final int QR_SIDE = 40_000;
  private static final int QUIET = 4;

  /** What a phone still tells apart on paper; a code that says much grows instead. */
  private static final int SMALLEST_MODULE = 400;

  private static final int LONGEST = 2_000_000;
  private static final String TITLE = "回执单";
  private static final String SEALED = "本回执已加盖电子印章";

  private final List<Mark> marks = new ArrayList<>();
  private int y = MARGIN;

  private SlipTemplate() {}

  /**
   * Sets a slip.
   *
   * @throws DocumentException when a text is refused or the slip grows longer than two metres
   */
  public static Layout set(Slip slip, LocalDate day, SealSize seal) throws DocumentException {
    SlipTemplate template = new SlipTemplate();
    for (Slip.Line line : slip.lines()) {
      template.line(line);
      if (template.y > LONGEST) {
        throw new DocumentException(Fault.TOO_LONG, "the slip would be longer than two metres");
      }
    }
    template.rule();
    template.text(SEALED, NORMAL, Align.CENTRE);
    SealPlace place =
        new SealPlace(0, (WIDTH - seal.width()) / 2, template.y, seal.width(), seal.height());
    int height = template.y + seal.height() + MARGIN;
    return new Layout(TITLE, day, List.of(new Page(WIDTH, height, template.marks)), place);
  }

  private void line(Slip.Line line) throws DocumentException {
    if (line instanceof Slip.Text text) {
      text(PlainText.checked(text.text()), size(text.size()), text.align());
    } else if (line instanceof Slip.QrCode qr) {
      qr(QrSymbol.of(qr.content()));
    } else if (line instanceof Slip.Rule) {
      rule();
    } else if (line instanceof Slip.Space space) {
      y += space.rows() * NORMAL;
    }
  }

  private static int size(Size size) {
    return switch (size) {
      case NORMAL -> NORMAL;
      case TALL -> TALL;
      case DOUBLE -> DOUBLE;
    };
  }

  private void text(String text, int size, Align align) {
    for (String line : Lines.of(text, 2 * INNER / size)) {
      if (!line.isEmpty()) {
        int across = Glyphs.halves(line) * size / 2;
        int x = align == Align.CENTRE ? (WIDTH - across) / 2 : MARGIN;
        marks.add(new Mark.Text(line, x, y, size));
      }
      y += size * 3 / 2;
    }
  }

  private void rule() {
    y += NORMAL / 2;
    marks.add(new Mark.Line(MARGIN, y, INNER, 0));
    y += NORMAL / 2;
  }

  private void qr(QrSymbol symbol) {
    int modules = symbol.side() + 2 * QUIET;
    int module = Math.min(INNER / modules, Math.max(QR_SIDE / modules, SMALLEST_MODULE));
    int side = symbol.side() * module;
    y += QUIET * module;
    marks.add(new Mark.Qr(symbol, (WIDTH - side) / 2, y, module));
    y += side + QUIET * module;
  }
}
