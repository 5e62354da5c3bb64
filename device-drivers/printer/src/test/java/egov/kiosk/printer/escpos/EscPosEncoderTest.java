package egov.kiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Slip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosEncoderTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset GBK = Charset.forName("GBK");

  private static byte[] encode(Slip.Line... lines) {
    return new EscPosEncoder(48, GB18030).encode(new Slip(List.of(lines)));
  }

  private static List<String> printed(byte[] bytes) {
    return CommandWalk.over(bytes).textLines().stream()
        .map(line -> new String(line, GB18030))
        .toList();
  }

  @Test
  void encode_smallSlip_isTheseBytes() {
    byte[] bytes =
        encode(
            new Slip.Text("政务", Slip.Size.DOUBLE, Slip.Align.CENTRE),
            Slip.Text.of("No 1"),
            new Slip.Space(2));
    String expected =
        "1B40 1C26" // initialise, Chinese mode
            + "1B6101 1D2111 D5FECEF1 0A"
            + "1B6100 1D2100 4E6F2031 0A"
            + "1B6402"
            + "1D564200";
    assertArrayEquals(HexFormat.of().parseHex(expected.replace(" ", "")), bytes);
  }

  @Test
  void encode_rule_isAsWideAsThePaper() {
    assertEquals(List.of("-".repeat(48)), printed(encode(new Slip.Rule())));
  }

  @Test
  void encode_qr_isStoredAndPrintedInOrder() {
    CommandWalk walk = CommandWalk.over(encode(new Slip.QrCode("EGOV-SLIP-1")));
    assertEquals(
        List.of("init", "qr-41", "qr-43", "qr-45", "qr-50", "qr-51", "cut"), walk.commands());
    String hex = HexFormat.of().formatHex(encode(new Slip.QrCode("EGOV-SLIP-1")));
    // pL pH count 31 50 30 and the eleven characters.
    assertTrue(
        hex.contains(
            "1d286b0e00315030"
                + HexFormat.of().formatHex("EGOV-SLIP-1".getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11, 60, 106, 250, 500})
  void qrSymbol_anyLength_isAtLeastTwentyMillimetresAndFits(int length) {
    String content = "x".repeat(length);
    int dots = new QrSymbol(content, 576).dotsAModule() * QrSymbol.modules(length);
    assertTrue(dots >= 160 && dots <= 576, length + " characters: " + dots + " dots");
  }

  @Test
  void lines_hanCharacters_countTwoColumns() {
    List<String> lines = printed(encode(Slip.Text.of("测".repeat(25))));
    assertEquals(List.of("测".repeat(24), "测"), lines);
  }

  @Test
  void lines_doubleSize_hasHalfTheColumns() {
    Slip.Text text = new Slip.Text("测".repeat(13), Slip.Size.DOUBLE, Slip.Align.LEFT);
    assertEquals(List.of("测".repeat(12), "测"), printed(encode(text)));
  }

  @Test
  void lines_numberAtTheEdge_isNotTornApart() {
    String number = "20261121-000042";
    List<String> lines = printed(encode(Slip.Text.of("测".repeat(20) + number)));
    assertEquals(List.of("测".repeat(20), number), lines);
    assertEquals(
        List.of("x".repeat(48), "x".repeat(2)), printed(encode(Slip.Text.of("x".repeat(50)))));
    assertEquals(
        List.of("a".repeat(48), "b"), printed(encode(Slip.Text.of("a".repeat(48) + " b"))));
  }

  @Test
  void lines_whatTheCodePageLacks_becomesGeta() {
    assertEquals(List.of("张〓〓〓"), printed(encode(Slip.Text.of("张\uE5E5\uD842\uFFFF"))));
    byte[] gbk =
        new EscPosEncoder(48, GBK).encode(new Slip(List.of(Slip.Text.of("\uD842\uDFB7é"))));
    assertEquals(List.of("〓é"), printed(gbk));
  }

  @Test
  void lines_extensionB_isKeptInGb18030() {
    assertEquals(List.of("\uD842\uDFB7测"), printed(encode(Slip.Text.of("\uD842\uDFB7测"))));
  }

  @Test
  void lines_nothingPrintable_isOneEmptyLine() {
    assertEquals(List.of(""), printed(encode(Slip.Text.of("\n\u001B\u0000"))));
  }

  @Test
  void encode_hostileTexts_holdNoCommand() throws IOException {
    for (String text : attacks()) {
      for (Slip.Size size : Slip.Size.values()) {
        byte[] bytes =
            encode(
                new Slip.Text(text, size, Slip.Align.LEFT), new Slip.QrCode(text), new Slip.Rule());
        List<String> commands = CommandWalk.over(bytes).commands();
        assertEquals("init", commands.get(0));
        assertEquals("cut", commands.get(commands.size() - 1));
        assertEquals(1, commands.stream().filter("init"::equals).count(), text);
        assertEquals(1, commands.stream().filter("cut"::equals).count(), text);
      }
    }
  }

  private static List<String> attacks() throws IOException {
    try (InputStream in = EscPosEncoderTest.class.getResourceAsStream("/attack/slip-texts.txt")) {
      List<String> texts = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          texts.add(unescaped(line));
        }
      }
      return texts;
    }
  }

  private static String unescaped(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (line.startsWith("\\u", i)) {
        text.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        text.append(line.charAt(i));
      }
    }
    return text.toString();
  }

  /** Any sequence of UTF-16 units, broken pairs included. */
  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(200),
        Arbitraries.chars()
            .range('\u0000', '\u00FF')
            .list()
            .ofMaxSize(120)
            .map(EscPosEncoderTest::joined),
        Arbitraries.chars().all().list().ofMaxSize(120).map(EscPosEncoderTest::joined),
        Arbitraries.strings()
            .ofMaxLength(80)
            .map(text -> "张\u001B\u0040" + text + "\u0010\u0004\u0001"));
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Property(tries = 2000)
  void encode_anyText_onlyAllowedCommandsComeOut(
      @ForAll("anyText") String text, @ForAll @IntRange(min = 16, max = 64) int columns) {
    for (Charset charset : new Charset[] {GB18030, GBK}) {
      List<Slip.Line> lines = new ArrayList<>();
      for (Slip.Size size : Slip.Size.values()) {
        lines.add(new Slip.Text(text, size, Slip.Align.CENTRE));
      }
      if (!text.isEmpty()) {
        lines.add(new Slip.QrCode(text));
      }
      byte[] bytes = new EscPosEncoder(columns, charset).encode(new Slip(lines));
      CommandWalk walk = CommandWalk.over(bytes);
      assertEquals(1, walk.commands().stream().filter("cut"::equals).count());
      walk.textLines().forEach(line -> assertTrue(width(line) <= columns));
    }
  }

  private static int width(byte[] line) {
    return new String(line, GB18030).codePoints().map(codePoint -> codePoint < 0x80 ? 1 : 2).sum();
  }

  /** DLE EOT is answered wherever it stands in the stream, so it must not come about by chance. */
  @Property(tries = 1000)
  void encode_anyQrLength_holdsNoRealTimeCommand(@ForAll @IntRange(min = 1, max = 500) int length) {
    byte[] bytes = encode(new Slip.QrCode("测".repeat(length)));
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == 0x10 && (bytes[i + 1] == 0x04 || bytes[i + 1] == 0x05)) {
        assertTrue(bytes[i + 2] < 0 || bytes[i + 2] > 8);
      }
    }
  }

  @Test
  void construct_otherValues_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new EscPosEncoder(15, GBK));
    assertThrows(IllegalArgumentException.class, () -> new EscPosEncoder(65, GBK));
    assertThrows(
        IllegalArgumentException.class, () -> new EscPosEncoder(48, StandardCharsets.UTF_16));
  }
}
