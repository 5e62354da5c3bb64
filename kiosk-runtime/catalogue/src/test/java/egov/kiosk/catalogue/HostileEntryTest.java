package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hand, a tool or an enemy may put into a catalogue. */
class HostileEntryTest {
  private final ItemReader reader = new ItemReader();

  private EntryRefusedException refusal(byte[] bytes) {
    return assertThrows(EntryRefusedException.class, () -> reader.read(bytes));
  }

  @Test
  void nameOfTenThousandCharacters_refusedWithoutRepeatingIt() {
    EntryRefusedException refused =
        refusal(Entries.with(entry -> entry.put("name", "长".repeat(10_000))));
    assertEquals("must be a text of 1 to 30 characters", refused.reason());
    assertTrue(refused.getMessage().length() < 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202e明证", "明\u2066证", "明\u200b证", "明\u0007证"})
  void invisibleOrTurningCharacters_refused(String name) {
    assertEquals(
        "has a control or invisible character",
        refusal(Entries.with(entry -> entry.put("name", name))).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"𠮷田证明", "㐂事登记", "شهادة", "䶮彧俈"})
  void rareHanAndOtherScripts_readAsTheyAre(String name) throws EntryRefusedException {
    assertEquals(name, reader.read(Entries.with(entry -> entry.put("name", name))).item().name());
  }

  @Test
  void thirtyCharactersOutsideTheBasicPlane_countAsThirty() throws EntryRefusedException {
    String name = "𠮷".repeat(30);
    assertEquals(name, reader.read(Entries.with(entry -> entry.put("name", name))).item().name());
    refusal(Entries.with(entry -> entry.put("name", name + "𠮷")));
  }

  @Test
  void tenThousandLevels_refusedNotOverflowed() {
    String deep = "{\"code\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertTrue(refusal(deep.getBytes(StandardCharsets.UTF_8)).reason().startsWith("nested deeper"));
  }

  @Test
  void tenMegabytes_refusedUnread(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("10-large.json");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(10L * 1024 * 1024);
    }
    Files.write(directory.resolve("20-good.json"), Entries.bytes(Entries.plain("A")));
    Shelf shelf = new ItemDirectory(directory).read(Shelf.EMPTY);
    assertEquals(1, shelf.items().size());
    assertEquals("is larger than 64 KiB", shelf.refused().get(0).why().reason());
  }

  @Test
  void keyTwice_refusedWhereItStandsAgain() {
    String twice = "{\n \"code\": \"A\",\n \"code\": \"B\"\n}";
    EntryRefusedException refused = refusal(twice.getBytes(StandardCharsets.UTF_8));
    assertEquals("a name stands twice in one object", refused.reason());
    assertEquals(3, refused.position().line());
  }

  @Test
  void keyThatLooksLikeAPointer_refusedAtItsOwnPlace() {
    EntryRefusedException refused =
        refusal(
            new String(Entries.with(entry -> entry.put("a/b~c", 1)), StandardCharsets.UTF_8)
                .replace("\"a/b~c\"", "\n\"a/b~c\"")
                .getBytes(StandardCharsets.UTF_8));
    assertEquals("has an unknown member: a name with odd characters", refused.reason());
    assertEquals(2, refused.position().line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pay.example/{number}",
        "https://pay.example/",
        "https://pay.example/{number}/{number}",
        "javascript:alert({number})",
        "https://pay.example/付{number}",
        "https://user@pay.example/{number}",
        "https://pay.example/{number} x"
      })
  void paymentThatLeadsElsewhere_refused(String url) {
    EntryRefusedException refused =
        refusal(
            Entries.with(
                entry ->
                    entry
                        .put("output", "PAYMENT")
                        .putObject("payment")
                        .put("url", url)
                        .put("payee", "医保局")));
    assertTrue(refused.where().endsWith("(/payment)"), refused.where());
  }
}
