package egov.kiosk.documents.page;

import java.util.List;

/**
 * One page; every mark lies on it.
 *
 * @param width of the paper, in micrometres
 * @param height of the paper, in micrometres
 * @param marks what is on it, painted in order
 */
public record Page(int width, int height, List<Mark> marks) {
  public Page {
    marks = List.copyOf(marks);
    for (Mark mark : marks) {
      if (!lies(mark, width, height)) {
        throw new IllegalArgumentException("a template put something beside the page");
      }
    }
  }

  private static boolean lies(Mark mark, int width, int height) {
    if (mark instanceof Mark.Text text) {
      int across = (int) ((long) Glyphs.halves(text.text()) * text.size() / 2);
      return within(text.x(), across, width) && within(text.y(), text.size(), height);
    }
    if (mark instanceof Mark.Line line) {
      return within(line.x(), line.width(), width) && within(line.y(), line.height(), height);
    }
    Mark.Qr qr = (Mark.Qr) mark;
    int side = qr.symbol().side() * qr.module();
    return within(qr.x(), side, width) && within(qr.y(), side, height);
  }

  private static boolean within(int from, int length, int limit) {
    return from >= 0 && length >= 0 && (long) from + length <= limit;
  }
}
