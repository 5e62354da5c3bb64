package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole read answers against frames worked out by hand and with an independent program. */
class CardFrameTest {

  @ParameterizedTest
  @CsvSource({
    "resident-longterm, 41, 64e24c1aa199163c0187e264c4fdd721c9bec2e6fa68de353fe62981c4c455d8",
    "hmt,               4B, bc71a5f8d50dc9fc086fffd59c34483bf735aca3d6455195a98dd87278fd5b25",
    "foreigner2017,     6D, db227a8034a393ad77bbff1f8a2367584e0ff16620c34e9979dec4f6127c9ca9",
    "foreigner2023,     0A, 61e0161835c1018ad16ae01028495a6c1e0f4dc54a3e8bfc8421e0e2da3f9aed",
  })
  void cardWithoutPortrait_read_isTheVector(String name, String checksum, String sha256)
      throws Exception {
    byte[] frame = read(card(name), Command.READ);
    assertEquals(1295, frame.length);
    assertEquals(checksum, "%02X".formatted(frame[1294]));
    assertEquals(
        sha256, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(frame)));
  }

  @ParameterizedTest
  @CsvSource({"2, 2321, 090A, 4B", "1, 1809, 070A, 43", "0, 1297, 050A, 43"})
  void fingers_readWithFingerprints_setLengthAndChecksum(
      int fingers, int total, String length, String checksum) {
    byte[] frame =
        read(card("resident-longterm").withFingers(fingers), Command.READ_WITH_FINGERPRINTS);
    assertEquals(total, frame.length);
    assertEquals(length, "%02X%02X".formatted(frame[5], frame[6]));
    assertEquals(checksum, "%02X".formatted(frame[total - 1]));
    assertEquals("%04X".formatted(fingers * 512), "%02X%02X".formatted(frame[14], frame[15]));
  }

  @Test
  void residentCard_textBlock_hasEveryFieldInItsPlace() {
    byte[] text = card("resident-longterm").textBlock();
    assertEquals("测试用", field(text, 0, 30));
    assertEquals("1", field(text, 30, 2));
    assertEquals("01", field(text, 32, 4));
    assertEquals("19000101", field(text, 36, 16));
    assertEquals("福建省福州市测试区样例路1号", field(text, 52, 70));
    assertEquals("35010019000101999X", field(text, 122, 36));
    assertEquals("样例公安局", field(text, 158, 30));
    assertEquals("20200101", field(text, 188, 16));
    assertEquals("长期", field(text, 204, 16));
    byte xor = 0;
    for (byte b : text) {
      xor ^= b;
    }
    assertEquals((byte) 0xD9, xor);
  }

  @Test
  void portrait_read_liesAfterTheText() throws Exception {
    byte[] picture = {1, 2, 3};
    Path file = Files.createTempFile("portrait", ".webp");
    Files.write(file, picture);
    byte[] frame = read(card("resident").withPortrait(PortraitBlock.of(file)), Command.READ);
    Files.delete(file);
    byte[] expected = {'E', 'W', 'L', 'T', '1', 0, 3, 0, 1, 2, 3, 0};
    assertArrayEquals(expected, Arrays.copyOfRange(frame, 270, 282));
  }

  private static byte[] read(Card card, Command command) {
    CardTray tray = new CardTray();
    tray.place(card);
    SecurityModule module =
        new SecurityModule(tray, new ArmedFaults(), Repoll.REPEAT, ModuleId.bytes());
    module.answer(new Arrival.Request(0x2001, 0));
    module.answer(new Arrival.Request(0x2002, 0));
    int code = command == Command.READ ? 0x3001 : 0x3010;
    return module.answer(new Arrival.Request(code, 0)).frame();
  }

  private static Card card(String name) {
    return CardBox.builtIn().named(name).orElseThrow();
  }

  private static String field(byte[] text, int offset, int length) {
    return new String(text, offset, length, StandardCharsets.UTF_16LE).stripTrailing();
  }
}
