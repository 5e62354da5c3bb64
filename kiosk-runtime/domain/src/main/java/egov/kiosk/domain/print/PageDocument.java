package egov.kiosk.domain.print;

import egov.kiosk.domain.device.Slip;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a page printer puts on paper. */
public sealed interface PageDocument {
  /** Sheets that must come out, one side each; at least 1. */
  int pages();

  /**
   * A finished PDF (ISO 32000), sent as it is. Immutable but for {@link #close}, which overwrites
   * it.
   *
   * @param bytes the file, at most 32 MiB
   * @param pages how many pages it has, 1 to 200
   */
  record Pdf(byte[] bytes, int pages) implements PageDocument, AutoCloseable {
    /** The largest file taken. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_PAGES = 200;

    public Pdf {
      bytes = bytes.clone();
      if (bytes.length == 0 || bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException("a PDF has 1 byte to 32 MiB");
      }
      if (pages < 1 || pages > MOST_PAGES) {
        throw new IllegalArgumentException("a document has 1 to 200 pages");
      }
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    /** Overwrites the file, once its job is over. */
    @Override
    public void close() {
      Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
      return "Pdf[" + bytes.length + " bytes, " + pages + " pages]";
    }
  }

  /**
   * Pages already drawn.
   *
   * @param sheets in order, 1 to 20, all of one size
   */
  record Pictures(List<GrayPage> sheets) implements PageDocument {
    private static final int MOST_SHEETS = 20;

    public Pictures {
      sheets = List.copyOf(sheets);
      if (sheets.isEmpty() || sheets.size() > MOST_SHEETS) {
        throw new IllegalArgumentException("1 to 20 drawn pages");
      }
    }

    @Override
    public int pages() {
      return sheets.size();
    }
  }

  /**
   * A slip's lines on one A4 sheet, for what a receipt printer's narrow paper does not do.
   *
   * @param slip what it says; what does not fit one sheet is refused by the printer
   */
  record Sheet(Slip slip) implements PageDocument {
    public Sheet {
      Objects.requireNonNull(slip, "slip");
    }

    @Override
    public int pages() {
      return 1;
    }

    @Override
    public String toString() {
      return "Sheet[" + slip.lines().size() + " lines]";
    }
  }
}
