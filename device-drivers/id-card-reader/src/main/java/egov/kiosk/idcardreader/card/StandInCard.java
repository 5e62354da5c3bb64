package egov.kiosk.idcardreader.card;

import egov.kiosk.domain.citizen.Portrait;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Text blocks of nobody's, for captures: a card that says nothing impossible is replaced by another
 * of its layout that says nothing impossible either, any other by one that does. The numbers belong
 * to no living person.
 */
public final class StandInCard {
  private static final CardTextParser PARSER = new CardTextParser();
  private static final int FLAG = 248;
  private static final int NUMBER = 122;

  /** One field: where it stands and what it says. */
  private record Field(int offset, String text) {}

  private StandInCard() {}

  /**
   * A block in place of another.
   *
   * @param block 256 bytes; not kept, not changed
   * @return 256 bytes
   */
  public static byte[] of(byte[] block) {
    byte[] other = possible(block);
    if (!saysNothingImpossible(block)) {
      Arrays.fill(other, NUMBER, NUMBER + 36, (byte) '?');
    }
    return other;
  }

  /** A card of the same layout that says nothing impossible. */
  public static byte[] possible(byte[] block) {
    char flag = (char) (Byte.toUnsignedInt(block[FLAG]) | Byte.toUnsignedInt(block[FLAG + 1]) << 8);
    return switch (flag) {
      case 'J' -> filled(flag, homeAddressed("2", "", "810000190001019987"));
      case 'I' -> filled(flag, foreigner2017());
      case 'Y' -> filled(flag, foreigner2023());
      default -> filled(' ', homeAddressed("1", "01", "350100190001011170"));
    };
  }

  private static boolean saysNothingImpossible(byte[] block) {
    try (Portrait none = new Portrait(new byte[Portrait.BLOCK_BYTES])) {
      PARSER.parse(block, none);
      return true;
    } catch (CardTextException | IllegalArgumentException e) {
      return false;
    }
  }

  private static List<Field> homeAddressed(String sex, String nation, String number) {
    return List.of(
        new Field(0, "样例"),
        new Field(30, sex),
        new Field(32, nation),
        new Field(36, "19000101"),
        new Field(52, "样例地址"),
        new Field(122, number),
        new Field(158, "样例机关"),
        new Field(188, "20200101"),
        new Field(204, "长期"));
  }

  private static List<Field> foreigner2017() {
    return List.of(
        new Field(0, "SAMPLE"),
        new Field(120, "1"),
        new Field(122, "AAA000000000000"),
        new Field(152, "AAA"),
        new Field(188, "20200101"),
        new Field(204, "20300101"),
        new Field(220, "19000101"));
  }

  private static List<Field> foreigner2023() {
    return List.of(
        new Field(30, "2"),
        new Field(36, "19000101"),
        new Field(52, "SAMPLE"),
        new Field(122, "935840190001019983"),
        new Field(188, "20200101"),
        new Field(204, "20300101"),
        new Field(242, "840"));
  }

  private static byte[] filled(char flag, List<Field> fields) {
    byte[] block = " ".repeat(128).getBytes(StandardCharsets.UTF_16LE);
    for (Field field : fields) {
      byte[] text = field.text().getBytes(StandardCharsets.UTF_16LE);
      System.arraycopy(text, 0, block, field.offset(), text.length);
    }
    block[FLAG] = (byte) flag;
    return block;
  }
}
