package egov.kiosk.idcardreader.sdt;

import static egov.kiosk.idcardreader.sdt.SdtVectors.answer;
import static egov.kiosk.idcardreader.sdt.SdtVectors.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdtDecoderTest {
  private final SdtDecoder decoder = new SdtDecoder();

  private List<SdtReply> feed(byte[] bytes, int pieces) {
    List<SdtReply> replies = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += pieces) {
      decoder.accept(bytes, at, Math.min(pieces, bytes.length - at));
      for (Optional<SdtReply> one = decoder.next(); one.isPresent(); one = decoder.next()) {
        replies.add(one.get());
      }
    }
    return replies;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "OK, 0, AA AA AA 96 69 00 04 00 00 90 94",
    "CARD_FOUND, 4, AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97",
    "NO_CARD, 0, AA AA AA 96 69 00 04 00 00 80 84",
    "OK, 8, AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C",
    "SELECT_FAILED, 0, AA AA AA 96 69 00 04 00 00 81 85",
    "READ_FAILED, 0, AA AA AA 96 69 00 04 00 00 41 45",
    "NO_CONTENT, 0, AA AA AA 96 69 00 04 00 00 91 95",
    "REQUEST_CHECKSUM_WRONG, 0, AA AA AA 96 69 00 04 00 00 10 14",
    "REQUEST_LENGTH_WRONG, 0, AA AA AA 96 69 00 04 00 00 11 15",
    "REQUEST_UNKNOWN, 0, AA AA AA 96 69 00 04 00 00 21 25",
    "UNRECOGNISED_ERROR, 0, AA AA AA 96 69 00 04 00 00 24 20",
    "CARD_REJECTS_MODULE, 0, AA AA AA 96 69 00 04 00 00 31 35",
    "MODULE_REJECTS_CARD, 0, AA AA AA 96 69 00 04 00 00 32 36",
    "INFORMATION_NOT_VERIFIED, 0, AA AA AA 96 69 00 04 00 00 33 37",
    "WRONG_CARD_TYPE, 0, AA AA AA 96 69 00 04 00 00 40 44",
    "RANDOM_NUMBER_FAILED, 0, AA AA AA 96 69 00 04 00 00 47 43",
    "SELF_TEST_FAILED, 0, AA AA AA 96 69 00 04 00 00 60 64",
    "NOT_AUTHORISED, 0, AA AA AA 96 69 00 04 00 00 66 62",
    "UNKNOWN, 0, AA AA AA 96 69 00 04 00 00 55 51"
  })
  void next_publishedFrames_areRead(SdtStatus status, int dataLength, String frame) {
    List<SdtReply> replies = feed(hex(frame), 1);
    assertEquals(1, replies.size());
    assertEquals(status, replies.get(0).status());
    assertEquals(dataLength, replies.get(0).dataLength());
    assertEquals(hex(frame).length, replies.get(0).frameLength());
  }

  @Test
  void next_moduleIdAnswer_keepsItsData() {
    byte[] frame =
        hex("AA AA AA 96 69 00 14 00 00 90 05 00 01 00 E5 D6 34 01 87 D6 12 00 B1 68 DE 3A F8");
    SdtReply reply = feed(frame, 27).get(0);
    assertEquals("05.01-20240101-0001234567-0987654321", ModuleId.text(reply.part(0, 16)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16, 64, 1295})
  void next_cardInDrips_isOneReply(int drip) {
    List<SdtReply> replies = feed(SdtVectors.readAnswer(SdtVectors.resident()), drip);
    assertEquals(1, replies.size());
    assertArrayEquals(SdtVectors.resident(), replies.get(0).part(4, 256));
  }

  /** A signed length byte of 0x90 and above made a public driver stop reading. */
  @Test
  void next_lengthWithHighBit_isUnsigned() {
    assertEquals(0x0190 - 4, feed(answer(0x90, new byte[0x0190 - 4]), 100).get(0).dataLength());
    assertEquals(4092, feed(answer(0x90, new byte[4092]), 1000).get(0).dataLength());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4097, 65_535})
  void next_impossibleLength_isSkippedAndTheFrameBehindItFound(int length) {
    byte[] bad = hex("AA AA AA 96 69 00 00");
    bad[5] = (byte) (length >> 8);
    bad[6] = (byte) length;
    assertEquals(1, feed(join(bad, answer(0x80, new byte[0])), 5).size());
    assertFalse(decoder.sawDamage());
  }

  @Test
  void next_lengthSaysMoreThanWasSent_waitsAndTheFrameInsideIsFoundWhenItIsFull() {
    byte[] announced = hex("AA AA AA 96 69 05 08 00 00 90 00");
    assertEquals(0, feed(join(announced, answer(0x80, new byte[0])), 50).size());
    List<SdtReply> replies = feed(new byte[1295], 1295);
    assertEquals(SdtStatus.NO_CARD, replies.get(0).status());
    assertTrue(decoder.sawDamage());
  }

  @Test
  void next_wrongChecksum_isDamageAndTheNextFrameIsRead() {
    byte[] bad = answer(0x9F, new byte[4]);
    bad[bad.length - 1] ^= 1;
    List<SdtReply> replies = feed(join(bad, answer(0x80, new byte[0])), 4);
    assertEquals(List.of(SdtStatus.NO_CARD), replies.stream().map(SdtReply::status).toList());
    assertTrue(decoder.sawDamage());
  }

  @Test
  void next_junkEndingLikeAPreamble_losesNothing() {
    byte[] junk = hex("00 FF AA AA 96 13 37 AA AA AA AA 96 AA");
    assertEquals(1, feed(join(junk, answer(0x80, new byte[0])), 3).size());
  }

  @Test
  void next_tenMegabytesOfJunk_fitInTheSameMemory() {
    byte[] junk = new byte[4096];
    Random random = new Random(7);
    for (int i = 0; i < 2_560; i++) {
      random.nextBytes(junk);
      assertEquals(0, feed(junk, junk.length).size());
      assertTrue(decoder.room() >= 4103);
    }
    assertEquals(0, feed(new byte[4103], 1000).size());
    assertEquals(1, feed(answer(0x80, new byte[0]), 1000).size());
  }

  @Property(tries = 500)
  void next_anyBytes_neverThrowsAndNeverOverflows(
      @ForAll @Size(max = 3000) byte[] junk, @ForAll @IntRange(min = 1, max = 600) int pieces) {
    SdtDecoderTest fresh = new SdtDecoderTest();
    fresh.feed(junk, pieces);
    assertTrue(fresh.decoder.room() > 0);
  }

  @Property(tries = 300)
  void next_frameAfterJunkWithoutPreamble_isFoundInAnyPieces(
      @ForAll @Size(max = 500) byte[] junk, @ForAll @IntRange(min = 1, max = 50) int pieces) {
    for (int i = 0; i < junk.length; i++) {
      junk[i] = junk[i] == 0x69 ? 0 : junk[i];
    }
    SdtDecoderTest fresh = new SdtDecoderTest();
    List<SdtReply> replies = fresh.feed(join(junk, answer(0x9F, new byte[4])), pieces);
    assertEquals(1, replies.size());
  }

  @Property(tries = 300)
  void next_anyBitFlippedInABriefAnswer_isNeverTakenForTheAnswer(
      @ForAll @IntRange(min = 0, max = 119) int bit) {
    byte[] frame = answer(0x9F, new byte[4]);
    frame[bit / 8] ^= (byte) (1 << bit % 8);
    assertEquals(0, new SdtDecoderTest().feed(frame, frame.length).size());
  }

  @Test
  void clear_afterACard_leavesNothingOfIt() {
    feed(join(SdtVectors.readAnswer(SdtVectors.resident()), hex("AA AA")), 200);
    decoder.clear();
    assertEquals(0, feed(hex("AA 96 69 00 04 00 00 80 84"), 9).size());
  }
}
