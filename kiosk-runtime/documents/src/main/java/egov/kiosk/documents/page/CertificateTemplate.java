package egov.kiosk.documents.page;

import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.CertificateCopy.Field;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.DocumentException.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * The copy of a certificate (证照副本): A4 upright, title, number, a table, a note, a code to verify it
 * by, issuer and date with the seal over them, and the page number on every page.
 */
public final class CertificateTemplate {
  private static final int WIDTH = 210_000;
  private static final int HEIGHT = 297_000;
  private static final int MARGIN = 25_000;
  private static final int RIGHT = WIDTH - MARGIN;
  private static final int BOTTOM = HEIGHT - 25_000;
  private static final int LABELS = 45_000;
  private static final int PADDING = 2_500;
  private static final int TITLE = 9_000;
  private static final int BODY = 5_000;
  private static final int SMALL = 4_200;
  private static final int LEADING = BODY * 3 / 2;
  private static final int MOST_PAGES = 20;
  private static final int QR_SIDE = 30_000;

  /** What a phone still tells apart on paper; a code that says much grows instead. */
  private static final int SMALLEST_MODULE = 400;

  private static final String SCAN = "扫码查验";

  /** From the top of a round seal to the foot of the star in its middle. */
  private static final int STAR_ENDS_PERCENT = 67;

  private final List<List<Mark>> pages = new ArrayList<>();
  private List<Mark> marks;
  private int y;
  private int tableTop;

  private CertificateTemplate() {
    newPage();
  }

  /**
   * Sets a copy.
   *
   * @throws DocumentException when a text is refused or needs more than 20 pages
   */
  public static Layout set(CertificateCopy copy, SealSize seal) throws DocumentException {
    CertificateTemplate template = new CertificateTemplate();
    template.heading(PlainText.checked(copy.title()), PlainText.checked(copy.number()));
    for (Field field : copy.fields()) {
      template.row(PlainText.checked(field.label()), PlainText.checked(field.value()));
    }
    template.endTable();
    template.paragraph(PlainText.checked(copy.note()));
    template.verification(copy.verification());
    SealPlace place = template.issuer(PlainText.checked(copy.issuer()), day(copy), seal);
    return new Layout(copy.title(), copy.issuedOn(), template.numbered(), place);
  }

  private static String day(CertificateCopy copy) {
    return "%d年%d月%d日"
        .formatted(
            copy.issuedOn().getYear(),
            copy.issuedOn().getMonthValue(),
            copy.issuedOn().getDayOfMonth());
  }

  private void newPage() {
    marks = new ArrayList<>();
    pages.add(marks);
    y = MARGIN;
    tableTop = y;
  }

  private void heading(String title, String number) {
    for (String line : Lines.of(title, 2 * (RIGHT - MARGIN) / TITLE)) {
      marks.add(new Mark.Text(line, (WIDTH - across(line, TITLE)) / 2, y, TITLE));
      y += TITLE * 3 / 2;
    }
    y += BODY;
    if (!number.isEmpty()) {
      for (String line : Lines.of("编号：" + number, 2 * (RIGHT - MARGIN) / SMALL)) {
        marks.add(new Mark.Text(line, RIGHT - across(line, SMALL), y, SMALL));
        y += SMALL * 3 / 2;
      }
    }
    y += BODY / 2;
    tableTop = y;
  }

  /** A row is as high as its longer cell; one that no longer fits goes on over the page's end. */
  private void row(String label, String value) throws DocumentException {
    List<String> labels = Lines.of(label, 2 * (LABELS - 2 * PADDING) / BODY);
    List<String> values = Lines.of(value, 2 * (RIGHT - MARGIN - LABELS - 2 * PADDING) / BODY);
    rowStart(Math.min(2, Math.max(labels.size(), values.size())));
    for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
      if (y + LEADING + PADDING > BOTTOM) {
        y += PADDING;
        endTable();
        nextPage();
        rowStart(1);
      }
      cell(labels, i, MARGIN + PADDING);
      cell(values, i, MARGIN + LABELS + PADDING);
      y += LEADING;
    }
    y += PADDING;
  }

  private void rowStart(int lines) throws DocumentException {
    if (y + 2 * PADDING + lines * LEADING > BOTTOM) {
      endTable();
      nextPage();
    }
    marks.add(new Mark.Line(MARGIN, y, RIGHT - MARGIN, 0));
    y += PADDING;
  }

  private void cell(List<String> lines, int index, int x) {
    if (index < lines.size() && !lines.get(index).isEmpty()) {
      marks.add(new Mark.Text(lines.get(index), x, y + (LEADING - BODY) / 2, BODY));
    }
  }

  private void endTable() {
    marks.add(new Mark.Line(MARGIN, y, RIGHT - MARGIN, 0));
    for (int x : new int[] {MARGIN, MARGIN + LABELS, RIGHT}) {
      marks.add(new Mark.Line(x, tableTop, 0, y - tableTop));
    }
  }

  private void nextPage() throws DocumentException {
    if (pages.size() == MOST_PAGES) {
      throw new DocumentException(Fault.TOO_LONG, "the copy would need more than 20 pages");
    }
    newPage();
  }

  private void paragraph(String text) throws DocumentException {
    y += BODY;
    if (text.isEmpty()) {
      return;
    }
    for (String line : Lines.of(text, 2 * (RIGHT - MARGIN) / SMALL)) {
      if (y + SMALL * 3 / 2 > BOTTOM) {
        nextPage();
      }
      marks.add(new Mark.Text(line, MARGIN, y, SMALL));
      y += SMALL * 3 / 2;
    }
  }

  /** The code by which anybody can have the paper verified, with what it is for below. */
  private void verification(String content) throws DocumentException {
    if (content.isEmpty()) {
      return;
    }
    QrSymbol symbol = QrSymbol.of(content);
    int module = Math.max(SMALLEST_MODULE, QR_SIDE / symbol.side());
    int side = module * symbol.side();
    if (y + 2 * BODY + side + SMALL > BOTTOM) {
      nextPage();
    }
    y += BODY;
    marks.add(new Mark.Qr(symbol, MARGIN, y, module));
    y += side + BODY / 2;
    marks.add(new Mark.Text(SCAN, MARGIN + (side - across(SCAN, SMALL)) / 2, y, SMALL));
    y += SMALL * 3 / 2;
  }

  /**
   * The seal stands over issuer and date, as it does on paper, but its star leaves them readable.
   */
  private SealPlace issuer(String issuer, String day, SealSize seal) throws DocumentException {
    List<String> lines = new ArrayList<>(Lines.of(issuer, 2 * (RIGHT - MARGIN) / BODY));
    lines.add(day);
    int text = lines.size() * LEADING;
    int above = seal.height() * STAR_ENDS_PERCENT / 100;
    int area = Math.max(seal.height(), above + text) + BODY;
    if (y + BODY + area > BOTTOM) {
      nextPage();
    }
    y += BODY;
    int centre = RIGHT - Math.max(seal.width(), widest(lines)) / 2;
    int line = y + above;
    for (String each : lines) {
      marks.add(new Mark.Text(each, centre - across(each, BODY) / 2, line, BODY));
      line += LEADING;
    }
    return new SealPlace(
        pages.size() - 1, centre - seal.width() / 2, y, seal.width(), seal.height());
  }

  private static int widest(List<String> lines) {
    return lines.stream().mapToInt(line -> across(line, BODY)).max().orElse(0);
  }

  private static int across(String text, int size) {
    return Glyphs.halves(text) * size / 2;
  }

  private List<Page> numbered() {
    List<Page> numbered = new ArrayList<>();
    for (List<Mark> page : pages) {
      String number = "第 %d 页　共 %d 页".formatted(numbered.size() + 1, pages.size());
      page.add(
          new Mark.Text(
              number, (WIDTH - across(number, SMALL)) / 2, HEIGHT - MARGIN + 2 * SMALL, SMALL));
      numbered.add(new Page(WIDTH, HEIGHT, page));
    }
    return numbered;
  }
}
