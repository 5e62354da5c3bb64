package egov.kiosk.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Slip;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A slip's commands are written down, and nothing it says. */
class EscPosMaskingTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private final EscPosMasking masking = new EscPosMasking();

  @Property(tries = 200)
  void markers_neverComeThrough(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 4 + random.nextInt(60); i > 0; i--) {
      text.appendCodePoint(character(random));
    }
    String code = "TOKEN" + Long.toUnsignedString(random.nextLong());
    byte[] job =
        new EscPosEncoder(32, GB18030)
            .encode(new Slip(List.of(Slip.Text.of(text.toString()), new Slip.QrCode(code))));
    byte[] shown = masking.sent(job);
    assertEquals(job.length, shown.length);
    assertEquals(CommandWalk.over(job).commands(), CommandWalk.over(shown).commands());
    String said = new String(shown, GB18030);
    for (int at = 0; at + 4 <= text.length(); at++) {
      assertFalse(said.contains(text.substring(at, at + 4)), "text " + at + ", seed " + seed);
    }
    assertFalse(said.contains("TOKEN") || said.contains(code.substring(5)), "the QR symbol");
  }

  private static int character(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> '1' + random.nextInt(9);
      case 1 -> 'A' + random.nextInt(20);
      case 2 -> 0x20000 + random.nextInt(0x1000);
      default -> 0x4E00 + random.nextInt(0x1000);
    };
  }

  @Test
  void picture_isNothing_andWhatFollowsAnUnknownCommandToo() {
    byte[] picture = HexFormat.of().parseHex("1D763000020002004142434431320A1B40");
    assertEquals(
        "1d7630000200020000000000" + "78300a1b40".replace("7830", "3030"),
        HexFormat.of().formatHex(masking.sent(picture)));
    byte[] unknown = HexFormat.of().parseHex("1B401B7B414243");
    assertEquals("1b400000000000", HexFormat.of().formatHex(masking.sent(unknown)));
    byte[] cut = HexFormat.of().parseHex("411D286BFF");
    assertEquals("7800000000", HexFormat.of().formatHex(masking.sent(cut)));
  }

  @Test
  void answers_areStatusOrJunk() {
    byte[] said = HexFormat.of().parseHex("12120C41FF");
    assertArrayEquals(HexFormat.of().parseHex("12120C0101"), masking.received(new byte[0], said));
    assertTrue(PaperConfirmation.isAnswer(0x0C));
  }
}
