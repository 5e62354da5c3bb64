package egov.kiosk.domain.device;

import java.util.List;
import java.util.Objects;

/**
 * A receipt slip (回执) as a list of lines, for any receipt printer.
 *
 * @param lines top to bottom, not empty
 */
public record Slip(List<Line> lines) {
  public Slip {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a slip has at least one line");
    }
  }

  /** One line of a slip. */
  public sealed interface Line permits Text, QrCode, Rule, Space {}

  /** How large a text is. */
  public enum Size {
    NORMAL,
    TALL,
    DOUBLE
  }

  /** Where a line stands. */
  public enum Align {
    LEFT,
    CENTRE
  }

  /**
   * Text; wraps when longer than the paper is wide. Control characters are never sent to the
   * printer.
   */
  public record Text(String text, Size size, Align align) implements Line {
    public Text {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(size, "size");
      Objects.requireNonNull(align, "align");
    }

    /** Plain text at the left. */
    public static Text of(String text) {
      return new Text(text, Size.NORMAL, Align.LEFT);
    }
  }

  /**
   * A QR code, centred, at least 20 mm wide.
   *
   * @param content 1 to 500 characters
   */
  public record QrCode(String content) implements Line {
    public QrCode {
      if (content.isEmpty() || content.length() > 500) {
        throw new IllegalArgumentException("a slip's QR code holds 1 to 500 characters");
      }
    }
  }

  /** A line across the paper. */
  public record Rule() implements Line {}

  /**
   * Blank lines.
   *
   * @param rows 1 to 10
   */
  public record Space(int rows) implements Line {
    public Space {
      if (rows < 1 || rows > 10) {
        throw new IllegalArgumentException("1 to 10 blank rows");
      }
    }
  }
}
