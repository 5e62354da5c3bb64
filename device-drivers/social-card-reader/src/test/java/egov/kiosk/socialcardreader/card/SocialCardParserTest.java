package egov.kiosk.socialcardreader.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Records of DOMAIN-published test cards, and everything that is none. */
class SocialCardParserTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static Map<CardRecord, byte[]> values() throws DeviceException {
    Map<CardRecord, byte[]> values = new EnumMap<>(CardRecord.class);
    values.put(CardRecord.VERSION, RecordValue.of(hex("0304322E3030"), 4));
    values.put(CardRecord.CARD_NUMBER, RecordValue.of(hex("0709413132333435363738"), 9));
    values.put(
        CardRecord.NUMBER, RecordValue.of(hex("0812333530313030313930303031303139393958"), 18));
    values.put(CardRecord.NAME, RecordValue.of(hex("091EB2E2CAD4D3C3" + "00".repeat(24)), 30));
    return values;
  }

  private static FaultCode fault(Map<CardRecord, byte[]> values) {
    return assertThrows(DeviceException.class, () -> SocialCardParser.parse(values)).fault();
  }

  @Test
  void selectByName_isGbkOfTheApplicationsName() {
    assertArrayEquals(hex("7378312E73682EC9E7BBE1B1A3D5CF"), "sx1.sh.社会保障".getBytes(GB18030));
    assertArrayEquals(hex("00B2032C06"), CardRecord.VERSION.command());
    assertArrayEquals(hex("00B2013414"), CardRecord.NUMBER.command());
    assertArrayEquals(hex("00B2023420"), CardRecord.NAME.command());
  }

  @Test
  void publishedRecords_areRead() throws Exception {
    SocialCard card = SocialCardParser.parse(values());
    assertEquals("35010019000101999X", card.number().value());
    assertEquals("测试用", card.name().value());
    assertEquals("A12345678", card.cardNumber());
    assertEquals(Sex.UNSTATED, card.sex());
    assertEquals(Optional.empty(), card.validUntil());
  }

  @Test
  void generation_isToldByTheFirstCharacter() throws Exception {
    assertEquals(SocialCardParser.Generation.FIRST, SocialCardParser.generation(hex("312E3030")));
    for (String second : new String[] {"322E3030", "332E3030", "00000000", ""}) {
      assertEquals(
          SocialCardParser.Generation.SECOND, SocialCardParser.generation(hex(second)), second);
    }
    assertEquals(
        FaultCode.CARD_NOT_SUPPORTED,
        assertThrows(DeviceException.class, () -> SocialCardParser.generation(hex("392E3030")))
            .fault());
  }

  @Test
  void sex_asCharacterOrNumber_isTheSame() throws Exception {
    Map<CardRecord, byte[]> values = values();
    values.put(CardRecord.SEX, new byte[] {'2'});
    assertEquals(Sex.FEMALE, SocialCardParser.parse(values).sex());
    values.put(CardRecord.SEX, new byte[] {1});
    assertEquals(Sex.MALE, SocialCardParser.parse(values).sex());
  }

  @Test
  void days_thatAreNone_areEmpty() {
    assertEquals(Optional.of(LocalDate.of(2030, 2, 28)), FieldText.day(hex("20300228")));
    for (String none : new String[] {"20300230", "00000000", "FFFFFFFF", "2030", "20A00101", ""}) {
      assertEquals(Optional.empty(), FieldText.day(hex(none)), none);
    }
  }

  @Test
  void name_cutInACharacter_isJoinedBeforeItIsDecoded() throws Exception {
    byte[] whole = "A阿卜杜热西提买买提江吐尔逊·买合木提".getBytes(GB18030);
    Map<CardRecord, byte[]> values = values();
    values.put(CardRecord.NAME, java.util.Arrays.copyOf(whole, 30));
    values.put(CardRecord.NAME_EXTENSION, java.util.Arrays.copyOfRange(whole, 30, whole.length));
    assertEquals("A阿卜杜热西提买买提江吐尔逊·买合木提", SocialCardParser.parse(values).name().value());
  }

  @Test
  void impossibleFields_areRefusedWithoutTheirContent() throws Exception {
    Map<CardRecord, byte[]> wrongNumber = values();
    wrongNumber.put(CardRecord.NUMBER, "350100190001019990".getBytes(StandardCharsets.US_ASCII));
    DeviceException refused =
        assertThrows(DeviceException.class, () -> SocialCardParser.parse(wrongNumber));
    assertEquals(FaultCode.CARD_DATA_INVALID, refused.fault());
    assertFalse(refused.getMessage().contains("19000101"), refused.getMessage());
    for (String name : new String[] {"", "00000000", "B2E2CA", "B2E20ACAD4", "1B5B324A"}) {
      Map<CardRecord, byte[]> wrongName = values();
      wrongName.put(CardRecord.NAME, hex(name));
      assertEquals(FaultCode.CARD_DATA_INVALID, fault(wrongName), name);
    }
  }

  @Test
  void record_longerThanItIs_isRefused() {
    for (String record : new String[] {"", "09", "091FB2E2", "097FB2E2", "09FFB2E2"}) {
      assertThrows(DeviceException.class, () -> RecordValue.of(hex(record), 30), record);
    }
  }

  @Property(tries = 5000)
  void anyRecord_isAValueOrAFault(@ForAll @Size(max = 300) byte[] record) {
    try {
      assertTrue(RecordValue.of(record, 30).length <= 30);
    } catch (DeviceException e) {
      assertEquals(FaultCode.CARD_DATA_INVALID, e.fault());
    }
  }

  @Property(tries = 5000)
  void anyFields_areACardOrAFault(
      @ForAll @Size(max = 32) byte[] version,
      @ForAll @Size(max = 32) byte[] name,
      @ForAll @Size(max = 20) byte[] extension,
      @ForAll @Size(max = 4) byte[] day,
      @ForAll @Size(max = 2) byte[] sex)
      throws DeviceException {
    Map<CardRecord, byte[]> values = values();
    values.put(CardRecord.VERSION, version);
    values.put(CardRecord.NAME, name);
    values.put(CardRecord.NAME_EXTENSION, extension);
    values.put(CardRecord.VALID_UNTIL, day);
    values.put(CardRecord.SEX, sex);
    try {
      SocialCardParser.generation(version);
      SocialCard card = SocialCardParser.parse(values);
      assertTrue(card.name().value().chars().noneMatch(Character::isISOControl));
    } catch (DeviceException e) {
      assertTrue(
          e.fault() == FaultCode.CARD_DATA_INVALID || e.fault() == FaultCode.CARD_NOT_SUPPORTED);
    }
  }
}
