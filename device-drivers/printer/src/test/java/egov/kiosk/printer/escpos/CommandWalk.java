package egov.kiosk.printer.escpos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads ESC/POS as a printer does, written from the command table and not from the encoder; fails
 * on anything but the few commands a slip needs.
 */
final class CommandWalk {
  private final byte[] bytes;
  private int at;
  private final List<String> commands = new ArrayList<>();
  private final List<byte[]> textLines = new ArrayList<>();

  private CommandWalk(byte[] bytes) {
    this.bytes = bytes;
  }

  static CommandWalk over(byte[] bytes) {
    CommandWalk walk = new CommandWalk(bytes);
    walk.all();
    return walk;
  }

  List<String> commands() {
    return commands;
  }

  List<byte[]> textLines() {
    return textLines;
  }

  private int next() {
    if (at == bytes.length) {
      throw new AssertionError("a command is cut off");
    }
    return Byte.toUnsignedInt(bytes[at++]);
  }

  private void all() {
    int lineStart = 0;
    while (at < bytes.length) {
      int first = next();
      switch (first) {
        case 0x0A -> {
          textLines.add(Arrays.copyOfRange(bytes, lineStart, at - 1));
          lineStart = at;
        }
        case 0x1B -> {
          escape();
          lineStart = at;
        }
        case 0x1C -> {
          expect(next() == '&', "FS &");
          lineStart = at;
        }
        case 0x1D -> {
          group();
          lineStart = at;
        }
        default -> text(first);
      }
    }
  }

  private void text(int first) {
    if (first >= 0x20 && first < 0x7F) {
      return;
    }
    expect(first >= 0x81 && first <= 0xFE, "a lead byte");
    int second = next();
    if (second >= 0x30 && second <= 0x39) {
      int third = next();
      int fourth = next();
      expect(third >= 0x81 && third <= 0xFE && fourth >= 0x30 && fourth <= 0x39, "four bytes");
    } else {
      expect(second >= 0x40 && second != 0x7F && second <= 0xFE, "a trail byte");
    }
  }

  private void escape() {
    int command = next();
    switch (command) {
      case '@' -> commands.add("init");
      case 'a' -> expect(next() <= 1, "ESC a 0..1");
      case 'd' -> expect(between(next(), 1, 10), "ESC d 1..10");
      default -> throw new AssertionError("ESC " + command);
    }
  }

  private void group() {
    int command = next();
    switch (command) {
      case '!' -> expect(List.of(0x00, 0x01, 0x11).contains(next()), "GS ! 00, 01, 11");
      case 'V' -> {
        expect(next() == 0x42 && next() == 0, "GS V B 0");
        commands.add("cut");
      }
      case '(' -> {
        expect(next() == 'k', "GS ( k");
        int length = next() + 256 * next();
        expect(next() == 0x31, "QR");
        int function = next();
        commands.add("qr-" + Integer.toHexString(function));
        for (int i = 2; i < length; i++) {
          int data = next();
          expect(function != 0x50 || data >= 0x20, "no control byte in a QR symbol");
        }
      }
      default -> throw new AssertionError("GS " + command);
    }
  }

  private static boolean between(int value, int least, int most) {
    return value >= least && value <= most;
  }

  private void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("expected " + what + " before byte " + at);
    }
  }
}
