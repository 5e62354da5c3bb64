package egov.kiosk.documents.ofd;

import egov.kiosk.documents.page.Glyphs;
import egov.kiosk.documents.page.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of text (GB/T 33190-2016 clause 11): the place of every character is written down, so that
 * it does not depend on the reader's font.
 *
 * <p>A run of ordinary characters is one TextCode with DeltaX. A character that takes more than one
 * UTF-16 unit (rare Han characters, characters with a variation selector) gets a TextCode of its
 * own: readers do not agree on how many steps such a character takes in DeltaX. A character with an
 * outline is drawn over itself in white, which is for searching and reading aloud: not every reader
 * leaves out what is said to be invisible.
 */
final class TextObject {
  /** Where the base line of a Chinese font lies below the upper edge of its square. */
  private static final int BASE_LINE_PERCENT = 86;

  private static final String BLACK = "0 0 0";
  private static final String WHITE = "255 255 255";

  private final Mark.Text text;
  private final RareGlyphs rare;
  private final List<Run> runs = new ArrayList<>();

  /**
   * Characters that stand side by side.
   *
   * @param x where the first stands, from the left edge of the line
   * @param text they themselves
   * @param steps from each to the next
   * @param outline for a character that is drawn
   */
  private record Run(int x, String text, List<Integer> steps, Optional<String> outline) {}

  TextObject(Mark.Text text, RareGlyphs rare) {
    this.text = text;
    this.rare = rare;
    split();
  }

  /** In the order of the text, because readers aloud and searches follow it. */
  void writeTo(Sheet sheet) {
    boolean open = false;
    for (Run run : runs) {
      if (open && run.outline().isPresent()) {
        sheet.xml().close();
        open = false;
      }
      if (run.outline().isPresent()) {
        draw(sheet, run);
        continue;
      }
      if (!open) {
        openText(sheet, text.x(), Glyphs.halves(text.text()) * text.size() / 2, BLACK);
        open = true;
      }
      write(sheet.xml(), run.x(), run);
    }
    if (open) {
      sheet.xml().close();
    }
  }

  private void draw(Sheet sheet, Run run) {
    int x = text.x() + run.x();
    openText(sheet, x, text.size(), WHITE);
    write(sheet.xml(), 0, run);
    sheet.xml().close();
    sheet.fill(x, text.y(), text.size(), RareGlyphs.UNITS, run.outline().orElseThrow());
  }

  private void openText(Sheet sheet, int x, int across, String colour) {
    sheet
        .xml()
        .open(
            "TextObject",
            "ID",
            sheet.nextId(),
            "Boundary",
            Millimetres.of(x, text.y(), across, text.size()),
            "Font",
            sheet.font(),
            "Size",
            Millimetres.of(text.size()))
        .empty("FillColor", "Value", colour);
  }

  private void write(Xml xml, int x, Run run) {
    String left = Millimetres.of(x);
    String baseLine = Millimetres.of(text.size() * BASE_LINE_PERCENT / 100);
    if (run.steps().isEmpty()) {
      xml.leaf("TextCode", run.text(), "X", left, "Y", baseLine);
    } else {
      xml.leaf("TextCode", run.text(), "X", left, "Y", baseLine, "DeltaX", Steps.text(run.steps()));
    }
  }

  private void split() {
    int[] points = text.text().codePoints().toArray();
    StringBuilder run = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int halves = 0;
    for (int at = 0; at < points.length; ) {
      int end = at + 1;
      while (end < points.length && Glyphs.joins(points[end])) {
        end++;
      }
      String cluster = new String(points, at, end - at);
      Optional<String> outline = rare.outline(points[at]);
      if (outline.isPresent() || cluster.length() > 1) {
        flush(run, places);
        runs.add(new Run(place(halves), cluster, List.of(), outline));
      } else {
        run.append(cluster);
        places.add(place(halves));
      }
      halves += Glyphs.halves(cluster);
      at = end;
    }
    flush(run, places);
  }

  private int place(int halves) {
    return halves * text.size() / 2;
  }

  private void flush(StringBuilder run, List<Integer> places) {
    if (!places.isEmpty()) {
      List<Integer> steps = new ArrayList<>();
      for (int i = 1; i < places.size(); i++) {
        steps.add(places.get(i) - places.get(i - 1));
      }
      runs.add(new Run(places.get(0), run.toString(), steps, Optional.empty()));
      run.setLength(0);
      places.clear();
    }
  }
}
