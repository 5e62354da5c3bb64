package egov.kiosk.emulator.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cards every reader emulator has. All are synthetic: born in 1900, with check digits after ISO
 * 7064 MOD 11-2 (GB 11643-1999) that are right except where the name says otherwise.
 */
final class BuiltInCards {
  /** Must stay blank in the photo block whatever the operator configures. */
  static final String NO_PORTRAIT = "no-portrait";

  /** 长期, valid without end. */
  private static final String LONG_TERM = "长期";

  /** U+20BB7 is outside the basic plane, U+E5E5 in its private use area: both occur in names. */
  private static final String RARE_NAME = "测\uD842\uDFB7\uE5E5";

  private BuiltInCards() {}

  /** All of them, in the order they are listed to the operator. */
  static List<Card> all() {
    return List.of(
        resident("resident", "测试民", "35010019000202001X", "20400101"),
        resident("resident-longterm", "测试用", "35010019000101999X", LONG_TERM).withFingers(2),
        hmt(),
        foreigner2017(),
        foreigner2023(),
        resident("expired", "样例旧", "350100190003030033", "20000101", "20100101"),
        resident("rare-name", RARE_NAME, "350100190004040022", "20400101")
            .withNewAddresses(List.of("福建省福州市测试区样例路8号")),
        resident("bad-check-digit", "样例错", "350100190005050055", "20400101"),
        resident("wrong-type", "样例卡", "35010019000606006X", "20400101").withIdCard(false),
        resident(NO_PORTRAIT, "样例空", "350100190007070075", "20400101"));
  }

  private static Card resident(String name, String person, String number, String validTo) {
    return resident(name, person, number, "20200101", validTo);
  }

  private static Card resident(
      String name, String person, String number, String validFrom, String validTo) {
    Map<String, String> text = new HashMap<>();
    text.put("name", person);
    text.put("sex", (number.charAt(16) - '0') % 2 == 1 ? "1" : "2");
    text.put("nation", "01");
    text.put("birth", number.substring(6, 14));
    text.put("address", "福建省福州市测试区样例路1号");
    text.put("number", number);
    text.put("authority", "样例公安局");
    text.put("validFrom", validFrom);
    text.put("validTo", validTo);
    return Card.of(name, CardLayout.RESIDENT, text);
  }

  private static Card hmt() {
    Map<String, String> text = new HashMap<>();
    text.put("name", "样例港");
    text.put("sex", "2");
    text.put("birth", "19000101");
    text.put("address", "福建省福州市测试区样例路3号");
    text.put("number", "810000190001019987");
    text.put("authority", "样例公安局");
    text.put("validFrom", "20200101");
    text.put("validTo", "20250101");
    text.put("passNumber", "H00000001");
    text.put("issueCount", "01");
    return Card.of("hmt", CardLayout.HMT, text);
  }

  private static Card foreigner2017() {
    Map<String, String> text = new HashMap<>();
    text.put("englishName", "SAMPLE, TEST");
    text.put("sex", "1");
    text.put("number", "USA350000000000");
    text.put("nationality", "USA");
    text.put("chineseName", "样例");
    text.put("validFrom", "20180101");
    text.put("validTo", "20280101");
    text.put("birth", "19000101");
    text.put("cardVersion", "01");
    text.put("acceptedBy", "3500");
    return Card.of("foreigner2017", CardLayout.FOREIGNER2017, text);
  }

  private static Card foreigner2023() {
    Map<String, String> text = new HashMap<>();
    text.put("chineseName", "样例");
    text.put("sex", "2");
    text.put("renewals", "01");
    text.put("birth", "19000101");
    text.put("englishName", "SAMPLE, TEST");
    text.put("number", "935840190001019983");
    text.put("validFrom", "20240101");
    text.put("validTo", "20340101");
    text.put("nationality", "USA");
    text.put("formerNumber", "001");
    return Card.of("foreigner2023", CardLayout.FOREIGNER2023, text);
  }
}
