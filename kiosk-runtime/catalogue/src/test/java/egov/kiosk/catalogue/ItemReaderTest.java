package egov.kiosk.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.transaction.AgeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ItemReaderTest {
  private static final Path ATTACK = Path.of("src/test/resources/attack");
  private final ItemReader reader = new ItemReader();

  static Stream<Path> attacks() throws IOException {
    return SampleItemsTest.files(ATTACK).stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void brokenEntry_refusedWithPlaceAndReason(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    EntryRefusedException refused =
        assertThrows(EntryRefusedException.class, () -> reader.read(bytes));
    assertTrue(refused.where().matches("line [0-9]+ column [0-9]+( \\(/.*\\))?"));
    assertFalse(refused.reason().isBlank());
    assertFalse(refused.getMessage().codePoints().anyMatch(Character::isISOControl));
    assertFalse(refused.getMessage().contains("etc/passwd"), "repeats what stands in the file");
  }

  @ParameterizedTest
  @CsvSource({
    "unknown-member.json, line 9 column 13, has an unknown member: script",
    "odd-member-name.json, line 9 column 17, has an unknown member: a name with odd characters",
    "missing-name.json, line 1 column 1, lacks the member name",
    "number-for-text.json, line 4 column 11 (/name), must be a text of 1 to 30 characters",
    "bidi-name.json, line 4 column 11 (/name), has a control or invisible character",
    "same-choice-twice.json, line 21 column 9 (/questions/0/choices/1), "
        + "has the value of another choice",
    "max-length-of-501.json, line 16 column 20 (/questions/0/maxLength), "
        + "must be a whole number of 1 to 500",
    "urgent-as-text.json, line 9 column 13 (/urgent), must be true or false",
    "urgent-local.json, line 15 column 13 (/urgent), "
        + "'a LOCAL item sends nothing, so it is never urgent'",
    "lower-case-word.json, line 7 column 19 (/offlineClass), "
        + "'must be one of [ONLINE_ONLY, QUEUE_OK, LOCAL]'",
    "duplicate-member.json, line 1 column 140, a name stands twice in one object",
    "byte-order-mark.json, line 1 column 1, begins with a byte order mark; save without it",
    "verified-without-face-consent.json, line 8 column 20 (/identityLevel), "
        + "an item that verifies asks for a separate FACE consent",
    "retrieval-without-consent.json, line 9 column 15 (/consents), "
        + "fetches from the platform without asking: give it a RETRIEVAL consent",
    "consent-for-no-retrieval.json, line 9 column 15 (/consents), "
        + "'asks for a RETRIEVAL consent, but fetches nothing'"
  })
  void brokenEntry_saysWhatAndWhere(String file, String where, String reason) throws IOException {
    byte[] bytes = Files.readAllBytes(ATTACK.resolve(file));
    EntryRefusedException refused =
        assertThrows(EntryRefusedException.class, () -> reader.read(bytes));
    assertEquals(reason, refused.reason());
    assertEquals(where, refused.where());
  }

  @Test
  void urgent_readWhenSaidAndNoWhenLeftOut() throws Exception {
    String entry =
        """
        {"code":"X-1","version":"1","name":"测试","nameEn":"Test","summary":"一行",
         "offlineClass":"QUEUE_OK","identityLevel":"NONE"%s}""";
    assertTrue(reader.read(entry.formatted(",\"urgent\":true").getBytes(UTF_8)).item().urgent());
    assertFalse(reader.read(entry.formatted("").getBytes(UTF_8)).item().urgent());
  }

  @Test
  void ages_readWhereACardIsRead_refusedWhereNoneIs() throws Exception {
    String entry =
        """
        {"code":"X-1","version":"1","name":"测试","nameEn":"Test","summary":"一行",
         "offlineClass":"QUEUE_OK","identityLevel":"%s","ages":%s,"consents":[{"purpose":"DATA",
         "version":"1","title":"题","uses":["姓名"],"givenTo":"局","text":"文"}]}""";
    byte[] senior = entry.formatted("CARD", "{\"from\":60}").getBytes(UTF_8);
    assertEquals(new AgeLimits(60, 150), reader.read(senior).item().profile().ages());
    for (String wrong : List.of("{\"from\":61,\"to\":60}", "{\"to\":151}", "{\"years\":60}")) {
      byte[] bytes = entry.formatted("CARD", wrong).getBytes(UTF_8);
      assertThrows(EntryRefusedException.class, () -> reader.read(bytes), wrong);
    }
    byte[] nobody = entry.formatted("NONE", "{\"from\":60}").getBytes(UTF_8);
    assertThrows(EntryRefusedException.class, () -> reader.read(nobody));
  }
}
