package egov.kiosk.documents.ofd;

import egov.kiosk.documents.page.Mark;
import egov.kiosk.documents.page.Page;
import egov.kiosk.documents.page.QrSymbol;
import java.util.function.Supplier;

/** A page's Content.xml (GB/T 33190-2016 clause 7.7). */
final class PageContent {
  private static final int THICKNESS = 250;

  private final Sheet sheet;
  private final RareGlyphs rare;

  private PageContent(Sheet sheet, RareGlyphs rare) {
    this.sheet = sheet;
    this.rare = rare;
  }

  static byte[] of(Page page, Supplier<String> ids, String font, RareGlyphs rare) {
    Xml xml = Xml.root("Page");
    xml.open("Area").leaf("PhysicalBox", Millimetres.of(0, 0, page.width(), page.height())).close();
    xml.open("Content").open("Layer", "ID", ids.get(), "Type", "Body");
    PageContent content = new PageContent(new Sheet(xml, ids, font), rare);
    page.marks().forEach(content::write);
    return xml.bytes();
  }

  private void write(Mark mark) {
    if (mark instanceof Mark.Text text) {
      new TextObject(text, rare).writeTo(sheet);
    } else if (mark instanceof Mark.Line line) {
      write(line);
    } else if (mark instanceof Mark.Qr qr) {
      write(qr);
    }
  }

  private void write(Mark.Line line) {
    boolean level = line.height() == 0;
    int half = THICKNESS / 2;
    String from = level ? Millimetres.of(0, half) : Millimetres.of(half, 0);
    String to = level ? Millimetres.of(line.width(), half) : Millimetres.of(half, line.height());
    sheet
        .xml()
        .open(
            "PathObject",
            "ID",
            sheet.nextId(),
            "Boundary",
            Millimetres.of(
                line.x(),
                line.y(),
                Math.max(line.width(), THICKNESS),
                Math.max(line.height(), THICKNESS)),
            "LineWidth",
            Millimetres.of(THICKNESS))
        .empty("StrokeColor", "Value", "0 0 0")
        .leaf("AbbreviatedData", "M " + from + " L " + to)
        .close();
  }

  /** The dark modules as filled blocks; a path in modules, scaled to the page. */
  private void write(Mark.Qr qr) {
    StringBuilder path = new StringBuilder();
    for (QrSymbol.Block block : qr.symbol().blocks()) {
      int right = block.x() + block.width();
      int bottom = block.y() + block.height();
      path.append(
          "M %d %d L %d %d L %d %d L %d %d C "
              .formatted(block.x(), block.y(), right, block.y(), right, bottom, block.x(), bottom));
    }
    int side = qr.symbol().side();
    sheet.fill(qr.x(), qr.y(), side * qr.module(), side, path.toString().strip());
  }
}
