package egov.kiosk.idcardreader.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.idcardreader.sdt.SdtVectors;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardTextParserTest {
  private static IdCard parse(byte[] text) throws CardTextException {
    return new CardTextParser().parse(text, new Portrait(new byte[1024]));
  }

  private static byte[] resident(int offset, String value) {
    byte[] text = SdtVectors.resident();
    byte[] bytes = value.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(bytes, 0, text, offset, bytes.length);
    return text;
  }

  private static CardTextException refusal(byte[] text) {
    return assertThrows(CardTextException.class, () -> parse(text));
  }

  @Test
  void parse_resident_allFields() throws Exception {
    IdCard card = parse(SdtVectors.resident());
    assertEquals(CardLayout.RESIDENT, card.layout());
    assertEquals("测试用", card.name().value());
    assertEquals(Optional.empty(), card.latinName());
    assertEquals(Sex.MALE, card.sex());
    assertEquals("汉", Nation.label(card.nationality()));
    assertEquals(LocalDate.of(1900, 1, 1), card.birthDate());
    assertEquals("福建省福州市测试区样例路1号", card.address());
    assertEquals("35010019000101999X", card.number().value());
    assertEquals("样例公安局", card.issuer());
    assertEquals(LocalDate.of(2020, 1, 1), card.validFrom());
    assertEquals(Optional.empty(), card.validUntil());
  }

  @Test
  void parse_hongKongMacaoTaiwan_hasAnAddressAndNoNation() throws Exception {
    IdCard card = parse(SdtVectors.hongKongMacaoTaiwan());
    assertEquals(CardLayout.HMT_RESIDENT, card.layout());
    assertEquals("样例港", card.name().value());
    assertEquals(Sex.FEMALE, card.sex());
    assertEquals("", card.nationality());
    assertEquals("福建省福州市测试区样例路3号", card.address());
    assertEquals(Optional.of(LocalDate.of(2025, 1, 1)), card.validUntil());
  }

  @Test
  void parse_foreigner2017_hasBothNamesAndACountry() throws Exception {
    IdCard card = parse(SdtVectors.foreigner2017());
    assertEquals(CardLayout.FOREIGNER_2017, card.layout());
    assertEquals("样例", card.name().value());
    assertEquals(Optional.of("SAMPLE, TEST"), card.latinName());
    assertEquals("USA", card.nationality());
    assertEquals("USA350000000000", card.number().value());
    assertEquals(LocalDate.of(1900, 1, 1), card.birthDate());
    assertEquals("", card.issuer());
  }

  @Test
  void parse_foreignerWithoutChineseName_isCalledByTheLatinOne() throws Exception {
    byte[] text = SdtVectors.foreigner2017();
    Arrays.fill(text, 158, 188, (byte) 0);
    assertEquals("SAMPLE, TEST", parse(text).name().value());
  }

  @Test
  void parse_foreigner2023LongName_joinsItsTwoHalves() throws Exception {
    byte[] text = SdtVectors.foreigner2023();
    // The 35th character is a blank inside the name; it must survive.
    String name = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH SECONDNAME";
    System.arraycopy(name.substring(0, 35).getBytes(StandardCharsets.UTF_16LE), 0, text, 52, 70);
    byte[] rest = name.substring(35).getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(rest, 0, text, 220, rest.length);
    IdCard card = parse(text);
    assertEquals(Optional.of(name), card.latinName());
    assertEquals(CardLayout.FOREIGNER_2023, card.layout());
    assertEquals("USA", card.nationality());
    assertEquals("935840190001019983", card.number().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\0", "X", "\uFFFF"})
  void parse_anyOtherFlag_isAResidentCard(String flag) throws Exception {
    assertEquals(CardLayout.RESIDENT, parse(resident(248, flag)).layout());
  }

  @Test
  void parse_rareAndHostileNames_areKeptExactly() throws Exception {
    String[] names = {
      "\uD842\uDFB7\uE5E5㐂",
      "张\n三",
      "a\0b",
      "\u001B[2Jx",
      "张\u202E三",
      "'; DROP--",
      "\uE000\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A\uE00B\uE00C\uE00D\uE00E"
    };
    for (String name : names) {
      String filled = name + " ".repeat(15 - name.length());
      byte[] text = SdtVectors.resident();
      for (int i = 0; i < 15; i++) {
        text[2 * i] = (byte) filled.charAt(i);
        text[2 * i + 1] = (byte) (filled.charAt(i) >> 8);
      }
      assertEquals(name, parse(text).name().value());
    }
  }

  /** No encoding carries half a pair, so such a card could neither be sealed nor printed. */
  @ParameterizedTest
  @ValueSource(ints = {0, 52, 158})
  void parse_halfASurrogatePair_isRefused(int field) {
    byte[] text = SdtVectors.resident();
    text[field] = 0x42;
    text[field + 1] = (byte) 0xD8;
    assertThrows(CardTextException.class, () -> parse(text));
  }

  @Test
  void parse_nulFilling_isStrippedLikeBlanks() throws Exception {
    assertEquals("测试用", parse(resident(6, "\0\0 \0\0 \0\0 \0\0\0")).name().value());
  }

  @Test
  void parse_unknownNation_keepsTheCode() throws Exception {
    assertEquals("57", Nation.label(parse(resident(32, "57")).nationality()));
  }

  @ParameterizedTest
  @CsvSource({
    "122, 350100190001019990, number",
    "122, 35010019000101999x, number",
    "122, '35010019000101    ', number",
    "36, 19000102, number",
    "30, 2, number",
    "36, 19001301, birth date",
    "36, 1900010A, birth date",
    "188, 20200230, first day of validity",
    "188, '        ', first day of validity",
    "204, 9999    , last day of validity",
    "0, '               ', name"
  })
  void parse_impossibleCard_namesTheFieldOnly(int offset, String value, String field) {
    CardTextException e = refusal(resident(offset, value));
    assertEquals(field, e.getMessage().split(":")[0]);
    assertFalse(e.getMessage().contains(value.strip().isEmpty() ? "350100" : value.strip()));
    assertEquals(null, e.getCause());
  }

  @Test
  void parse_wrongCheckDigitOf2017Number_isRefused() {
    byte[] text = SdtVectors.foreigner2017();
    text[122 + 28] = '1';
    refusal(text);
  }

  @Test
  void parse_anyOtherLength_isRefused() {
    refusal(new byte[0]);
    refusal(new byte[255]);
    refusal(new byte[257]);
  }

  @Property(tries = 1000)
  void parse_anyBlock_isACardOrATypedRefusal(@ForAll @Size(256) byte[] text) {
    try {
      parse(text);
    } catch (CardTextException e) {
      assertFalse(e.getMessage().isBlank());
    }
  }

  @Property(tries = 1000)
  void parse_validCardWithBytesChanged_isACardOrATypedRefusal(
      @ForAll @IntRange(min = 0, max = 3) int layout,
      @ForAll @IntRange(min = 0, max = 255) int at,
      @ForAll byte value) {
    byte[] text =
        switch (layout) {
          case 0 -> SdtVectors.resident();
          case 1 -> SdtVectors.hongKongMacaoTaiwan();
          case 2 -> SdtVectors.foreigner2017();
          default -> SdtVectors.foreigner2023();
        };
    text[at] = value;
    try {
      parse(text);
    } catch (CardTextException e) {
      assertFalse(e.getMessage().isBlank());
    }
  }
}
