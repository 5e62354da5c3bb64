package egov.kiosk.emulator.socialcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * The chip (ISO 7816-4, the three commands that need no PIN): SELECT by name, READ RECORD by number
 * in a file named by its short identifier, GET RESPONSE. One thread.
 */
final class CardChip {
  private static final int SELECT = 0xA4;
  private static final int READ_RECORD = 0xB2;
  private static final int GET_RESPONSE = 0xC0;
  private static final byte[] DONE = {(byte) 0x90, 0};
  private static final int MOST_AT_ONCE = 0xFF;
  private static final int DEEP = 1_000;

  private final SocialCard card;
  private final Random random = new Random(7);
  private boolean selected;
  private byte[] waiting = new byte[0];

  CardChip(SocialCard card) {
    this.card = card;
  }

  /** Power or reset: nothing is selected any more. */
  void reset() {
    selected = false;
    waiting = new byte[0];
  }

  /** What a command is called by operator and faults: select, response, 05.3, 06.1, other. */
  static String step(byte[] apdu) {
    if (apdu.length < 5) {
      return "other";
    }
    return switch (Byte.toUnsignedInt(apdu[1])) {
      case SELECT -> "select";
      case GET_RESPONSE -> "response";
      case READ_RECORD -> "%02d.%d".formatted((apdu[3] & 0xFF) >> 3, apdu[2] & 0xFF);
      default -> "other";
    };
  }

  byte[] answer(byte[] apdu) {
    if (apdu.length < 5) {
      return status(0x6700);
    }
    return switch (Byte.toUnsignedInt(apdu[1])) {
      case SELECT -> select(apdu);
      case READ_RECORD -> record(apdu);
      case GET_RESPONSE -> fetch(apdu[4] & 0xFF);
      default -> status(0x6D00);
    };
  }

  private byte[] select(byte[] apdu) {
    int length = apdu[4] & 0xFF;
    if (apdu.length < 5 + length) {
      return status(0x6700);
    }
    byte[] name = Arrays.copyOfRange(apdu, 5, 5 + length);
    if (card.application().length == 0 || !Arrays.equals(name, card.application())) {
      return status(0x6A82);
    }
    selected = true;
    return give(template(name));
  }

  private byte[] record(byte[] apdu) {
    int file = (apdu[3] & 0xFF) >> 3;
    List<byte[]> records = file == 5 ? card.issuer() : file == 6 ? card.holder() : List.of();
    int number = apdu[2] & 0xFF;
    int wanted = apdu[4] & 0xFF;
    if (!selected || records.isEmpty()) {
      return status(0x6A82);
    }
    if (number < 1 || number > records.size()) {
      return status(0x6A83);
    }
    byte[] data = records.get(number - 1);
    return wanted == data.length ? with(data, 0x9000) : status(0x6C00 | data.length);
  }

  /** T=1 answers with the data, T=0 has it fetched. */
  private byte[] give(byte[] data) {
    if (!card.characterwise()) {
      return with(data, 0x9000);
    }
    waiting = data;
    return status(0x6100 | data.length);
  }

  private byte[] fetch(int wanted) {
    if (waiting.length == 0) {
      return status(0x6985);
    }
    byte[] part = Arrays.copyOf(waiting, Math.min(wanted, waiting.length));
    waiting = Arrays.copyOfRange(waiting, part.length, waiting.length);
    return with(
        part, waiting.length == 0 ? 0x9000 : 0x6100 | Math.min(MOST_AT_ONCE, waiting.length));
  }

  /** The answer in place of the right one. */
  byte[] spoilt(ChipFault fault, byte[] apdu) {
    return switch (fault) {
      case SW_ONLY -> DONE.clone();
      case EMPTY -> new byte[0];
      case ONE_BYTE -> new byte[] {(byte) 0x90};
      case LOOP_61 -> status(0x6110);
      case LOOP_6C -> status(0x6C20);
      case HUGE -> with(new byte[65_533], 0x9000);
      case OVERLONG -> with(HexFormat.of().parseHex("097FB2E2"), 0x9000);
      case NESTED -> {
        waiting = nested();
        yield status(0x6100 | MOST_AT_ONCE);
      }
      case NOISE -> noise();
      case NOT_FOUND -> status(0x6A82);
      default -> answer(apdu);
    };
  }

  /** Tags in tags, a thousand deep, fetched in sixteen pieces; every length is true. */
  private static byte[] nested() {
    ByteBuffer data = ByteBuffer.allocate(DEEP * 4);
    while (data.hasRemaining()) {
      int inside = data.remaining() - 4;
      data.put((byte) 0x70).put((byte) 0x82).putShort((short) inside);
    }
    return data.array();
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(256)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] template(byte[] name) {
    byte[] inner = CardText.record(0x84, name);
    return CardText.record(0x6F, inner);
  }

  private static byte[] status(int word) {
    return with(new byte[0], word);
  }

  private static byte[] with(byte[] data, int word) {
    byte[] answer = Arrays.copyOf(data, data.length + 2);
    answer[data.length] = (byte) (word >> 8);
    answer[data.length + 1] = (byte) word;
    return answer;
  }
}
