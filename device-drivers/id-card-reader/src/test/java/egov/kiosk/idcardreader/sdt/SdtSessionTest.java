package egov.kiosk.idcardreader.sdt;

import static egov.kiosk.idcardreader.sdt.SdtVectors.answer;
import static egov.kiosk.idcardreader.sdt.SdtVectors.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Link;
import egov.kiosk.link.ReplayLink;
import egov.kiosk.link.Tape;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SdtSessionTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String FIND = "> AAAAAA96690003200122\n";
  private static final String SELECT = "> AAAAAA96690003200221\n";
  private static final String READ = "> AAAAAA96690003300132\n";
  private static final String NONE = "< AAAAAA9669000400008084\n";
  private static final String FOUND = "< AAAAAA9669000800009F0000000097\n";

  private static SdtSession session(Link link) {
    return new SdtSession("reader", link, SdtTimings.DEFAULT);
  }

  private static SdtStatus play(String tape, SdtCommand command) throws Exception {
    ReplayLink link = new ReplayLink(Tape.parse(tape));
    try (SdtReply reply = session(link).exchange(command, LONG)) {
      assertTrue(link.played());
      return reply.status();
    }
  }

  private static FaultCode fail(String tape, SdtCommand command) {
    ReplayLink link = new ReplayLink(Tape.parse(tape));
    DeviceException e =
        assertThrows(DeviceException.class, () -> session(link).exchange(command, LONG));
    assertTrue(link.played());
    return e.fault();
  }

  private static String received(byte[] bytes) {
    return "< " + HexFormat.of().formatHex(bytes) + "\n";
  }

  @Test
  void exchange_goodAnswer_isReturned() throws Exception {
    assertEquals(SdtStatus.NO_CARD, play(FIND + NONE, SdtCommand.FIND));
  }

  @Test
  void exchange_damagedOnce_isSentAgain() throws Exception {
    String damaged = "< AAAAAA9669000400008085\n";
    assertEquals(SdtStatus.NO_CARD, play(FIND + damaged + FIND + NONE, SdtCommand.FIND));
    assertEquals(FaultCode.LINE_NOISE, fail(FIND + damaged + FIND + damaged, SdtCommand.FIND));
  }

  @Test
  void exchange_brokenOff_isSentAgain() throws Exception {
    String half = "< AAAAAA96690008\n";
    assertEquals(SdtStatus.CARD_FOUND, play(FIND + half + FIND + FOUND, SdtCommand.FIND));
    assertEquals(FaultCode.LINE_NOISE, fail(FIND + half + FIND + half, SdtCommand.FIND));
  }

  @Test
  void exchange_silence_isSentAgainOnce() throws Exception {
    assertEquals(SdtStatus.CARD_FOUND, play(FIND + FIND + FOUND, SdtCommand.FIND));
    assertEquals(FaultCode.NO_ANSWER, fail(FIND + FIND, SdtCommand.FIND));
  }

  @Test
  void exchange_moduleDidNotUnderstand_isSentAgainAndThenItsWordStands() throws Exception {
    for (String code : new String[] {"1014", "1115", "2125"}) {
      String refusal = "< AAAAAA966900040000" + code + "\n";
      assertEquals(SdtStatus.NO_CARD, play(FIND + refusal + FIND + NONE, SdtCommand.FIND));
      assertEquals(
          SdtStatus.of(Integer.parseInt(code.substring(0, 2), 16)),
          play(FIND + refusal + FIND + refusal, SdtCommand.FIND));
    }
  }

  @Test
  void exchange_leftOverBytes_areThrownAwayFirst() throws Exception {
    // The answer to an earlier find was late: it must not pass for the answer to this one.
    assertEquals(SdtStatus.NO_CARD, play(FOUND + FIND + NONE, SdtCommand.FIND));
  }

  @Test
  void exchange_answerOfAnotherCommand_isIgnored() throws Exception {
    assertEquals(
        SdtStatus.OK,
        play(SELECT + FOUND + received(answer(0x90, new byte[8])), SdtCommand.SELECT));
    String card = received(SdtVectors.readAnswer(SdtVectors.resident()));
    assertEquals(SdtStatus.NO_CARD, play(FIND + card + NONE, SdtCommand.FIND));
    assertEquals(FaultCode.PROTOCOL_ERROR, fail(SELECT + card + SELECT + card, SdtCommand.SELECT));
  }

  @Test
  void exchange_twoCardsInOneAnswer_givesTheFirstAndForgetsTheSecond() throws Exception {
    byte[] one = SdtVectors.readAnswer(SdtVectors.resident());
    byte[] two = SdtVectors.readAnswer(SdtVectors.foreigner2023());
    ReplayLink link =
        new ReplayLink(Tape.parse(READ + received(one) + received(two) + FIND + NONE));
    SdtSession session = session(link);
    try (SdtReply reply = session.exchange(SdtCommand.READ, LONG)) {
      assertEquals('测', (char) ((reply.part(4, 2)[1] & 0xFF) << 8 | reply.part(4, 2)[0] & 0xFF));
    }
    assertEquals(SdtStatus.NO_CARD, session.exchange(SdtCommand.FIND, LONG).status());
  }

  @Test
  void exchange_announcedLengthsWrong_isNotACard() {
    byte[] data = new byte[1284];
    data[0] = 2;
    String wrong = received(answer(0x90, data));
    assertEquals(FaultCode.PROTOCOL_ERROR, fail(READ + wrong + READ + wrong, SdtCommand.READ));
  }

  @Test
  void exchange_fingerprints_haveThreeLengths() throws Exception {
    for (int fingers = 0; fingers <= 2; fingers++) {
      byte[] data = new byte[6 + 256 + 1024 + 512 * fingers];
      data[0] = 1;
      data[2] = 4;
      data[4] = (byte) (2 * fingers);
      String tape = "> AAAAAA96690003301023\n" + received(answer(0x90, data));
      assertEquals(SdtStatus.OK, play(tape, SdtCommand.READ_WITH_FINGERPRINTS));
    }
    byte[] three = new byte[6 + 256 + 1024 + 1536];
    three[0] = 1;
    three[2] = 4;
    three[4] = 6;
    String sent = "> AAAAAA96690003301023\n";
    String wrong = received(answer(0x90, three));
    assertEquals(
        FaultCode.PROTOCOL_ERROR,
        fail(sent + wrong + sent + wrong, SdtCommand.READ_WITH_FINGERPRINTS));
  }

  @Test
  void bytesOnWire_oneRead_countsBothWays() throws Exception {
    String card = received(SdtVectors.readAnswer(SdtVectors.resident()));
    SdtSession session = session(new ReplayLink(Tape.parse(READ + card)));
    session.exchange(SdtCommand.READ, LONG).close();
    assertEquals(10 + 1295, session.bytesOnWire());
  }

  @Test
  void exchange_endlessJunk_endsWithItsTimeoutInFlatMemory() {
    SdtTimings brief =
        new SdtTimings(
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(200));
    BabblingLink link = new BabblingLink();
    SdtSession session = new SdtSession("reader", link, brief);
    long start = System.nanoTime();
    DeviceException e =
        assertThrows(DeviceException.class, () -> session.exchange(SdtCommand.FIND, LONG));
    assertEquals(FaultCode.LINE_NOISE, e.fault());
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
    assertTrue(link.total() > 100_000, "only " + link.total());
  }

  /** Gives junk as fast as it is read and never stops. */
  private static final class BabblingLink implements Link {
    private long total;

    @Override
    public int read(byte[] buffer, int offset, int length, Duration timeout) {
      for (int i = 0; i < length; i++) {
        buffer[offset + i] = (byte) (i * 31);
      }
      total += length;
      return length;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) {}

    @Override
    public void close() {}

    long total() {
      return total;
    }
  }

  @Test
  void reply_closed_holdsZeros() {
    SdtReply reply = new SdtReply(SdtStatus.OK, hex("01 02 03"));
    reply.close();
    assertEquals(0, reply.part(0, 1)[0]);
    assertThrows(IllegalArgumentException.class, () -> reply.part(2, 2));
  }
}
