package egov.kiosk.printer.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes any text harmless and printable: bytes of the printer's Chinese code page, cut into lines.
 *
 * <p>Nothing a text contains can become a command: control, format and separator characters are
 * left out before encoding, and no code page used here has bytes below 0x20 in a character. What
 * the code page lacks, and what no font can have (private use), becomes the geta mark 〓. Not thread
 * safe.
 */
final class SlipText {
  private static final String GETA = "〓";
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7F;

  private final CharsetEncoder encoder;

  SlipText(Charset charset) {
    this.encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Cuts a text into lines.
   *
   * @param columns how wide the paper is; a Han character takes two
   * @return the bytes of each line without its line end; one empty line for a text without any
   *     printable character
   */
  List<byte[]> lines(String text, int columns) {
    List<byte[]> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int used = 0;
    for (Glyph word : words(text)) {
      boolean fitsOnItsOwn = word.columns() <= columns;
      if (used > 0 && used + word.columns() > columns && fitsOnItsOwn) {
        lines.add(line.toByteArray());
        line.reset();
        used = 0;
        if (word.isBlank()) {
          // The line break stands for it.
          continue;
        }
      }
      if (fitsOnItsOwn) {
        line.writeBytes(word.bytes());
        used += word.columns();
      } else {
        used = chop(word, columns, used, line, lines);
      }
    }
    if (used > 0 || lines.isEmpty()) {
      lines.add(line.toByteArray());
    }
    return lines;
  }

  /** Spreads a word of single-column characters that is wider than the paper. */
  private static int chop(
      Glyph word, int columns, int usedBefore, ByteArrayOutputStream line, List<byte[]> lines) {
    int used = usedBefore;
    for (byte one : word.bytes()) {
      if (used == columns) {
        lines.add(line.toByteArray());
        line.reset();
        used = 0;
      }
      line.write(one);
      used++;
    }
    return used;
  }

  /**
   * What stays together on a line.
   *
   * @param bytes in the code page
   * @param columns how much room it takes
   */
  private record Glyph(byte[] bytes, int columns) {
    boolean isBlank() {
      return bytes.length == 1 && bytes[0] == ' ';
    }
  }

  /** One piece a wide character or blank, and one a run of other single-column characters. */
  private List<Glyph> words(String text) {
    List<Glyph> words = new ArrayList<>();
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    text.codePoints()
        .filter(SlipText::printable)
        .forEach(
            codePoint -> {
              byte[] bytes = encode(codePoint);
              if (bytes.length == 1 && codePoint != ' ') {
                run.writeBytes(bytes);
              } else {
                flush(run, words);
                words.add(new Glyph(bytes, Math.min(bytes.length, 2)));
              }
            });
    flush(run, words);
    return words;
  }

  private static void flush(ByteArrayOutputStream run, List<Glyph> words) {
    if (run.size() > 0) {
      words.add(new Glyph(run.toByteArray(), run.size()));
      run.reset();
    }
  }

  /** Whether a character is left in a text; what is left out has no width and can do harm. */
  static boolean printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private byte[] encode(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.PRIVATE_USE || type == Character.UNASSIGNED) {
      return bytes(GETA);
    }
    byte[] bytes = bytes(Character.toString(codePoint));
    return harmless(bytes) ? bytes : bytes(GETA);
  }

  private byte[] bytes(String character) {
    try {
      ByteBuffer encoded = encoder.encode(CharBuffer.wrap(character));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      // Lone surrogates, and what the code page lacks; the geta mark itself is in all of them.
      return bytes(GETA);
    }
  }

  /** The last line of defence, whatever a code page's encoder does: no byte is a control byte. */
  private static boolean harmless(byte[] bytes) {
    for (byte one : bytes) {
      int value = Byte.toUnsignedInt(one);
      if (value < FIRST_PRINTABLE || value == DELETE || (bytes.length == 1 && value > DELETE)) {
        return false;
      }
    }
    return bytes.length > 0;
  }
}
