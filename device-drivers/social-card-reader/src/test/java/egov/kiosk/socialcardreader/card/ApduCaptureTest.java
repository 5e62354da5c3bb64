package egov.kiosk.socialcardreader.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a card answered is written down without its holder, and can be read again. */
class ApduCaptureTest {
  private static final byte[] READ_NAME = CardRecord.NAME.command();
  private final ApduMasking masking = new ApduMasking();

  @Property(tries = 300)
  void markers_neverComeThrough(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] value = new byte[4 + random.nextInt(60)];
    for (int i = 0; i < value.length; i++) {
      value[i] =
          (byte) (random.nextBoolean() ? '2' + random.nextInt(7) : 0xB1 + random.nextInt(40));
    }
    byte[] answer = new byte[value.length + 4];
    // The version (tag 3) may be shown, so four of its digits are no one's secret.
    int tag = random.nextInt(15);
    answer[0] = (byte) (tag < 3 ? tag : tag + 1);
    answer[1] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : value.length);
    System.arraycopy(value, 0, answer, 2, value.length);
    answer[answer.length - 2] = (byte) 0x90;
    byte[] heard = random.nextInt(4) == 0 ? Arrays.copyOf(answer, 3 + random.nextInt(8)) : answer;
    byte[] shown = masking.received(READ_NAME, heard);
    assertEquals(heard.length, shown.length);
    String hex = HexFormat.of().formatHex(shown);
    for (int at = 0; at + 4 <= value.length; at++) {
      String four = HexFormat.of().formatHex(value, at, at + 4);
      assertFalse(hex.contains(four), "byte " + at + ", seed " + seed);
    }
  }

  @Test
  void pin_isNotWrittenDown() {
    byte[] verify = HexFormat.of().parseHex("00200000063132333435" + "36");
    assertEquals("0020000006000000000000", HexFormat.of().formatHex(masking.sent(verify)));
  }

  @Test
  void impossibleNameAndNumber_stayImpossible() {
    byte[] record = HexFormat.of().parseHex("0812" + "33".repeat(18) + "9000");
    byte[] shown = masking.received(READ_NAME, record);
    assertFalse(new String(shown, StandardCharsets.ISO_8859_1).contains("35010019"));
    assertEquals(1, shown[2], "no digit");
  }

  @Test
  void captureOfACard_playedToTheApplication_isReadAgain() throws Exception {
    Capture capture = shipped("social-card-v2.txt");
    assertFalse(capture.text().contains("B2E2CAD4D3C3"), "测试用");
    SocialCard card = read(capture);
    assertEquals("样例", card.name().value());
    assertEquals("2.00", card.version());
  }

  private static SocialCard read(Capture capture) throws Exception {
    Script script = new Script(capture, new ApduMasking());
    // The card was read within the second use of the reader.
    script.atCall(2);
    return new SocialCardApplication(
            command -> {
              List<Script.Piece> pieces = script.to(command).orElseThrow().pieces();
              assertEquals(1, pieces.size());
              return pieces.get(0).bytes();
            })
        .read();
  }

  private static Capture shipped(String name) throws IOException {
    try (var in = ApduCaptureTest.class.getResourceAsStream("/captures/" + name)) {
      return Capture.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
