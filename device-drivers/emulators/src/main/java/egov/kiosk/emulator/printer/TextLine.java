package egov.kiosk.emulator.printer;

import java.util.ArrayList;
import java.util.List;

/** The characters waiting for a line feed. Not thread safe. */
final class TextLine {
  private static final int TAB_CHARACTERS = 8;

  private final List<Cell> cells = new ArrayList<>();

  void add(Cell cell) {
    cells.add(cell);
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** Whether one more cell would pass the paper's edge. */
  boolean isFullFor(Cell cell, int paperWidth) {
    return width() + cell.width() > paperWidth;
  }

  /** The blanks from here to the next tab stop. */
  int blanksToTabStop() {
    int column = width() / (Cell.EM / 2);
    return TAB_CHARACTERS - column % TAB_CHARACTERS;
  }

  int width() {
    return cells.stream().mapToInt(Cell::width).sum();
  }

  /** The tallest cell, at least one normal character. */
  int height() {
    return cells.stream().mapToInt(Cell::height).max().orElse(Cell.EM);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append(cell.text()));
    return text.toString();
  }

  List<Cell> takeCells() {
    List<Cell> taken = List.copyOf(cells);
    cells.clear();
    return taken;
  }
}
