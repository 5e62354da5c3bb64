package egov.kiosk.link.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes leave a recording only masked, in the pieces in which they went over the line. */
class RecordingTest {
  /** Shows the first byte of what was sent and of what came. */
  private static final Masking FIRST_BYTE =
      new Masking() {
        @Override
        public byte[] sent(byte[] bytes) {
          return Arrays.copyOf(Arrays.copyOf(bytes, Math.min(1, bytes.length)), bytes.length);
        }

        @Override
        public byte[] received(byte[] sent, byte[] bytes) {
          return sent(bytes);
        }
      };

  private final List<Moment> moments = new ArrayList<>();

  private List<String> words() {
    return moments.stream().map(moment -> moment.line().replaceFirst("^\\S+ ", "")).toList();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void exchange_isMaskedAsAWholeAndKeepsItsPieces() {
    Tap tap = new Tap("printer", () -> FIRST_BYTE);
    Recording recording = tap.record(moments::add).orElseThrow();
    tap.sent(bytes(1, 2));
    tap.received(bytes(9, 3, 4), 1, 1);
    tap.received(bytes(5, 6), 0, 2);
    assertEquals(List.of(), words(), "held back until the exchange has ended");
    tap.sent(bytes(7));
    assertEquals(List.of("> 0100", "< 03", "< 0000"), words());
    recording.close();
    assertEquals("> 07", words().get(3));
    tap.sent(bytes(8));
    assertEquals(4, moments.size(), "nothing after its end");
    assertFalse(tap.recorded());
  }

  @Test
  void maskingWithABug_showsNothing() {
    Masking tooShort =
        new Masking() {
          @Override
          public byte[] sent(byte[] bytes) {
            return new byte[0];
          }

          @Override
          public byte[] received(byte[] sent, byte[] bytes) {
            throw new IllegalStateException("a bug");
          }
        };
    Tap tap = new Tap("printer", () -> tooShort);
    try (Recording ignored = tap.record(moments::add).orElseThrow()) {
      tap.sent(bytes(0x41));
      tap.received(bytes(0x42), 0, 1);
    }
    assertEquals(List.of("> 00", "< 00"), words());
  }

  @Test
  void moreThanCanBeHeld_isCountedAndTheRestOfItBlottedOut() {
    Tap tap = new Tap("printer", () -> FIRST_BYTE);
    try (Recording ignored = tap.record(moments::add).orElseThrow()) {
      tap.sent(bytes(0x41));
      tap.received(new byte[300_000], 0, 300_000);
    }
    assertEquals(List.of("> 00", "left-out 300000"), words());
  }

  @Test
  void secondRecording_isRefusedAndStatesAreToldWhenTheyChange() {
    Tap tap = new Tap("printer", () -> Masking.EVERYTHING);
    try (Recording ignored = tap.record(moments::add).orElseThrow()) {
      assertTrue(tap.record(moment -> {}).isEmpty());
      tap.happened(Moment.Kind.STATE, "ONLINE");
      tap.happened(Moment.Kind.STATE, "ONLINE");
      tap.happened(Moment.Kind.STATE, "OFFLINE PAPER_LOW,PAPER_OUT");
    }
    assertEquals(List.of("state ONLINE", "state OFFLINE PAPER_LOW,PAPER_OUT"), words());
    assertTrue(tap.record(moments::add).isPresent());
  }

  @Test
  void capture_isReadAsItWasWritten() {
    Capture capture =
        new Capture(
            "code-scanner",
            List.of(
                new Moment(0, Moment.Kind.OPEN, ""),
                Moment.bytes(1_234, Moment.Kind.RECEIVED, bytes(0xAB, 0)),
                new Moment(1_235, Moment.Kind.CALL, "scan"),
                new Moment(61_000, Moment.Kind.END, "ok none"),
                new Moment(61_001, Moment.Kind.LOST, "")));
    assertTrue(capture.text().contains("\n1.234 < AB00\n"), capture.text());
    assertEquals(
        capture, Capture.parse(capture.text().replace("0.000 open", "# mine\n0.000 open")));
  }

  @Test
  void textThatIsNoCapture_isRefusedWithItsLine() {
    for (String bad :
        List.of(
            "",
            "kiosk-capture 2\ndevice x\n",
            "kiosk-capture 1\ndevice X y\n",
            "kiosk-capture 1\ndevice x\n0.1 open\n",
            "kiosk-capture 1\ndevice x\n0.001 < ABC\n",
            "kiosk-capture 1\ndevice x\n0.001 call rm -rf\n",
            "kiosk-capture 1\ndevice x\n0.001 end 张三\n",
            "kiosk-capture 1\ndevice x\nopen\n")) {
      assertThrows(IllegalArgumentException.class, () -> Capture.parse(bad), bad);
    }
    String third = "kiosk-capture 1\ndevice x\n0.000 wobble\n";
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Capture.parse(third))
            .getMessage()
            .startsWith("line 3"));
  }
}
