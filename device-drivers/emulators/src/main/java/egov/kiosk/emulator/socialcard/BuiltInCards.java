package egov.kiosk.emulator.socialcard;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cards in the drawer; every holder is made up. */
final class BuiltInCards {
  private static final byte[] APPLICATION = "sx1.sh.社会保障".getBytes(Charset.forName("GB18030"));
  private static final String NUMBER = "35010019000101999X";

  /** No interface bytes but TB1 and TC1, which means T=0; ten historical bytes. */
  private static final byte[] T0 = HexFormat.of().parseHex("3B6A00005353534530303030303031");

  /** TD1 = 01 offers T=1 alone, so a check byte closes it. */
  private static final byte[] T1 = withCheck("3B8A0153535345303030303031" + "31");

  private BuiltInCards() {}

  static Map<String, SocialCard> all() {
    Map<String, SocialCard> cards = new TreeMap<>();
    cards.put("v2", second(true, NUMBER, "测试用", "", "2.00"));
    cards.put("v2-t1", second(false, NUMBER, "测试用", "", "2.00"));
    cards.put("v1", first(true));
    cards.put("v1-t1", first(false));
    cards.put("v3", second(true, NUMBER, "测试用", "", "3.00"));
    // Thirty bytes are full in the middle of a character: the extension carries the rest.
    cards.put("long-name", second(false, NUMBER, "A阿卜杜热西提买买提江吐尔逊", "·买合木提", "2.00"));
    cards.put("rare-name", second(true, NUMBER, "张𠮷", "", "2.00"));
    cards.put("wrong-number", second(true, "350100190001019990", "测试用", "", "2.00"));
    cards.put("version-9", second(true, NUMBER, "测试用", "", "9.00"));
    cards.put("bank", new SocialCard(T1, false, new byte[0], List.of(), List.of()));
    return cards;
  }

  private static SocialCard second(
      boolean characterwise, String number, String name, String extension, String version) {
    return new SocialCard(
        characterwise ? T0 : T1,
        characterwise,
        APPLICATION,
        issuer(version),
        List.of(
            CardText.text(0x08, number, 18),
            CardText.text(0x09, name, 30),
            CardText.text(0x4E, extension, 20),
            CardText.text(0x0A, "1", 1),
            CardText.text(0x0B, "01", 2),
            CardText.hex(0x0C, "350100"),
            CardText.hex(0x0D, "19000101")));
  }

  private static SocialCard first(boolean characterwise) {
    return new SocialCard(
        characterwise ? T0 : T1,
        characterwise,
        APPLICATION,
        issuer("1.00"),
        List.of(
            CardText.text(0x08, NUMBER, 18),
            CardText.text(0x09, "测试用", 30),
            CardText.text(0x0A, "2", 1),
            CardText.text(0x0B, "01", 2)));
  }

  private static List<byte[]> issuer(String version) {
    return List.of(
        CardText.hex(0x01, "35010053535345303030303031303031"),
        CardText.text(0x02, "1", 1),
        CardText.text(0x03, version, 4),
        CardText.hex(0x04, "915600000235010035010001"),
        CardText.hex(0x05, "20200101"),
        CardText.hex(0x06, "20300101"),
        CardText.text(0x07, "A12345678", 9));
  }

  private static byte[] withCheck(String hex) {
    byte[] atr = HexFormat.of().parseHex(hex + "00");
    for (int i = 1; i < atr.length - 1; i++) {
      atr[atr.length - 1] ^= atr[i];
    }
    return atr;
  }
}
