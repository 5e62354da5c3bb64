package egov.kiosk.cabinet.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What comes back from a board, and everything that is no answer. */
class AnswerReaderTest {
  private static final Request INPUTS = Request.readBits(Request.READ_INPUTS, 0, 4);

  private static byte[] framed(String body) {
    byte[] bytes = HexFormat.of().parseHex(body);
    byte[] frame = Arrays.copyOf(bytes, bytes.length + 2);
    int check = Crc16.of(bytes, bytes.length);
    frame[bytes.length] = (byte) check;
    frame[bytes.length + 1] = (byte) (check >> 8);
    return frame;
  }

  private static Optional<AnswerReader.Outcome> read(Request request, byte[]... parts) {
    AnswerReader reader = new AnswerReader(1, request);
    for (byte[] part : parts) {
      for (byte one : part) {
        Optional<AnswerReader.Outcome> outcome = reader.accept(one);
        if (outcome.isPresent()) {
          return outcome;
        }
      }
    }
    return Optional.empty();
  }

  private static byte[] data(Optional<AnswerReader.Outcome> outcome) {
    return ((AnswerReader.Outcome.Data) outcome.orElseThrow()).bytes();
  }

  @Test
  void answer_isTakenAlsoAfterNoise() {
    assertArrayEquals(new byte[] {5}, data(read(INPUTS, framed("01020105"))));
    assertArrayEquals(
        new byte[] {5}, data(read(INPUTS, new byte[] {1, 2, 1, 9, 0, 1, -1}, framed("01020105"))));
  }

  @Test
  void refusal_isTakenWithItsReason() {
    assertEquals(Optional.of(new AnswerReader.Outcome.Refusal(2)), read(INPUTS, framed("018202")));
  }

  @Test
  void othersAnswers_areNone() {
    assertTrue(read(INPUTS, framed("02020105")).isEmpty(), "another unit");
    assertTrue(read(INPUTS, framed("01030105")).isEmpty(), "another function");
    assertTrue(read(INPUTS, framed("0102020500")).isEmpty(), "another length");
    assertTrue(read(INPUTS, framed("01028105")).isEmpty(), "a length that cannot be");
    byte[] damaged = framed("01020105");
    damaged[4] ^= 1;
    assertTrue(read(INPUTS, damaged).isEmpty(), "a wrong check");
    assertTrue(
        read(Request.writeCoil(3, true), framed("01050003" + "0000")).isEmpty(), "another value");
    assertTrue(
        read(Request.writeCoil(3, true), framed("01050003" + "FF00")).isPresent(), "its echo");
  }

  @Property(tries = 5000)
  void anyBytes_neverDisturbTheAnswerAfterThem(
      @ForAll @Size(max = 300) byte[] noise, @ForAll @IntRange(max = 15) int inputs) {
    Optional<AnswerReader.Outcome> outcome =
        read(INPUTS, noise, new byte[260], framed("010201%02X".formatted(inputs)));
    assertTrue(outcome.isPresent());
  }
}
