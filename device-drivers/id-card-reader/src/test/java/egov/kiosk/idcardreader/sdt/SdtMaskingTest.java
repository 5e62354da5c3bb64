package egov.kiosk.idcardreader.sdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.idcardreader.card.CardTextParser;
import egov.kiosk.idcardreader.card.StandInCard;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a card says is in what may be written down, however the line mangles it. */
class SdtMaskingTest {
  private static final byte[] READ = SdtFrame.request(SdtCommand.READ);
  private final SdtMasking masking = new SdtMasking(StandInCard::of);

  /** A block of text whose every character is a marker, and blanks where a layout has them. */
  private static byte[] text(Random random, char flag) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 128; i++) {
      text.append(random.nextInt(3) == 0 ? (char) ('2' + random.nextInt(7)) : marker(random));
    }
    text.setCharAt(124, flag);
    return text.toString().getBytes(StandardCharsets.UTF_16LE);
  }

  private static char marker(Random random) {
    return (char) (0x7000 + random.nextInt(0x800));
  }

  private static byte[] answer(byte[] text, Random random) {
    byte[] photo = new byte[1024];
    random.nextBytes(photo);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(HexFormat.of().parseHex("00009001000400"));
    body.writeBytes(text);
    body.writeBytes(photo);
    return framed(body.toByteArray());
  }

  private static byte[] framed(byte[] body) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(HexFormat.of().parseHex("AAAAAA9669"));
    frame.write((body.length + 1) >> 8);
    frame.write(body.length + 1);
    frame.writeBytes(body);
    byte[] all = frame.toByteArray();
    frame.write(SdtFrame.xor(all, SdtFrame.PREAMBLE_LENGTH, all.length));
    return frame.toByteArray();
  }

  @Property(tries = 300)
  void markers_neverComeThrough(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] text = text(random, " JIY".charAt(random.nextInt(4)));
    byte[] whole = answer(text, random);
    byte[] answer = mangled(whole, random);
    byte[] asked = random.nextInt(5) == 0 ? new byte[0] : READ;
    byte[] shown = masking.received(asked, answer);
    assertEquals(answer.length, shown.length);
    String hex = HexFormat.of().formatHex(shown);
    for (int at = 0; at + 8 <= text.length; at += 2) {
      String four = HexFormat.of().formatHex(text, at, at + 8);
      assertFalse(hex.contains(four), "characters " + at / 2 + " came through, seed " + seed);
    }
    int photoAt = whole.length - 1 - 1024;
    for (int at = photoAt; at + 6 < whole.length; at++) {
      String six = HexFormat.of().formatHex(whole, at, at + 6);
      assertFalse(hex.contains(six), "byte " + (at - photoAt) + " of the photo, seed " + seed);
    }
  }

  /** As lines do: cut, doubled, with noise before, bits turned, another length said. */
  private static byte[] mangled(byte[] answer, Random random) {
    byte[] out = answer.clone();
    switch (random.nextInt(6)) {
      case 0 -> out = Arrays.copyOf(out, 300 + random.nextInt(out.length - 300));
      case 1 -> out = Arrays.copyOfRange(out, 1 + random.nextInt(200), out.length);
      case 2 -> out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
      case 3 -> out[6] ^= (byte) (1 + random.nextInt(255));
      case 4 -> {
        byte[] twice = Arrays.copyOf(out, out.length * 2);
        System.arraycopy(out, 0, twice, out.length, out.length);
        out = twice;
      }
      default -> {}
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(chars = {' ', 'J', 'I', 'Y'})
  void standIn_isACardOfItsLayoutThatSaysNothingImpossible(char flag) throws Exception {
    byte[] possible = StandInCard.of(standInOf(flag));
    try (Portrait none = new Portrait(new byte[Portrait.BLOCK_BYTES])) {
      new CardTextParser().parse(StandInCard.of(possible), none);
    }
  }

  /** A stand-in of an impossible card, its number mended from the layout's own. */
  private static byte[] standInOf(char flag) {
    byte[] impossible = new byte[256];
    impossible[248] = (byte) flag;
    return StandInCard.possible(impossible);
  }

  @Test
  void wrongChecksum_staysWrong_andModuleIdAndStatusStay() {
    byte[] id = framed(HexFormat.of().parseHex("0000900500" + "0100E5D6340187D61200B168DE3A"));
    byte[] asked = SdtFrame.request(SdtCommand.MODULE_ID);
    assertArrayEquals(id, masking.received(asked, id));
    assertArrayEquals(asked, masking.sent(asked));
    byte[] status = framed(HexFormat.of().parseHex("000041"));
    assertArrayEquals(status, masking.received(READ, status));
    byte[] bad = answer(text(new Random(1), ' '), new Random(1));
    bad[bad.length - 1] ^= 0x20;
    byte[] shown = masking.received(READ, bad);
    assertEquals(0x20, SdtFrame.xor(shown, SdtFrame.PREAMBLE_LENGTH, shown.length));
  }

  @Test
  void moduleIdShapedAnswer_toAnythingElse_isNoModuleId() {
    byte[] sixteen =
        framed(HexFormat.of().parseHex("000090" + "4B6DD58B2875".repeat(2) + "31323334"));
    String shown = HexFormat.of().formatHex(masking.received(READ, sixteen));
    assertFalse(shown.contains("4b6dd58b"), shown);
  }
}
