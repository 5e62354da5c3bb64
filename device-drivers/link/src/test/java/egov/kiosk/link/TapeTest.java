package egov.kiosk.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeTest {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String FIND =
      "# no card\n> AA AA AA 96 69 00 03 20 01 22\n\n< aaaaaa9669000400008084\n";

  private static Link replay(String tape) {
    return new ReplayLink(Tape.parse(tape));
  }

  @Test
  void replay_rightBytesSent_givesTheAnswerInPieces() throws Exception {
    ReplayLink link = new ReplayLink(Tape.parse(FIND));
    byte[] buffer = new byte[11];
    assertEquals(0, link.read(buffer, 0, 11, SOON));
    link.write(Tape.parse(FIND).entries().get(0).bytes(), SOON);
    assertEquals(5, link.read(buffer, 0, 5, SOON));
    assertFalse(link.played());
    assertEquals(6, link.read(buffer, 5, 100 - 94, SOON));
    assertEquals((byte) 0x84, buffer[10]);
    assertTrue(link.played());
    assertEquals(0, link.read(buffer, 0, 1, SOON));
  }

  @Test
  void replay_otherBytesSent_failsTheTest() {
    assertThrows(AssertionError.class, () -> replay(FIND).write(new byte[] {1}, SOON));
  }

  @Test
  void replay_closed_isClosed() {
    Link link = replay(FIND);
    link.close();
    assertEquals(
        LinkFault.CLOSED,
        assertThrows(LinkException.class, () -> link.read(new byte[1], 0, 1, SOON)).fault());
  }

  @Test
  void record_withContents_canBeReplayed() throws Exception {
    List<String> lines = new ArrayList<>();
    Link recording = RecordingLink.withContents(replay(FIND), lines::add);
    byte[] find = Tape.parse(FIND).entries().get(0).bytes();
    recording.write(find, SOON);
    byte[] answer = new byte[11];
    assertEquals(11, recording.read(answer, 0, 11, SOON));
    assertEquals(0, recording.read(new byte[1], 0, 1, SOON));
    recording.close();
    Tape tape = Tape.parse(String.join("\n", lines));
    assertEquals(2, tape.entries().size());
    assertArrayEquals(answer, tape.entries().get(1).bytes());
  }

  @Test
  void record_lengthsOnly_keepsNoByte() throws Exception {
    List<String> lines = new ArrayList<>();
    Link recording = RecordingLink.lengthsOnly(replay("> 414243\n< 444546"), lines::add);
    recording.write(new byte[] {0x41, 0x42, 0x43}, SOON);
    recording.read(new byte[8], 0, 8, SOON);
    assertEquals(List.of("> 3 bytes", "< 3 bytes"), lines);
    assertThrows(IllegalArgumentException.class, () -> Tape.parse(String.join("\n", lines)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"41", "> 4", "> XY", "?", ">", "> 12 bytes"})
  void parse_noEntry_isRefusedWithItsLine(String line) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Tape.parse("> 41\n" + line));
    assertTrue(e.getMessage().contains("line 2"));
  }
}
