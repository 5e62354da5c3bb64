package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineFaultsTest {
  private static final byte[] FRAME = AnswerFrame.of(Status.OK, new byte[89]);
  private static final Optional<Command> READ = Optional.of(Command.READ);

  private final ArmedFaults armed = new ArmedFaults();
  private final LineFaults faults = new LineFaults(armed);

  @Test
  void nothingArmed_spoil_changesNothing() {
    LineFaults.Signal signal = faults.spoil(FRAME, READ);
    assertArrayEquals(FRAME, signal.bytes());
    assertFalse(signal.dripping());
  }

  @Test
  void badChecksum_spoil_changesTheLastByteOnly() {
    armed.arm(Fault.BAD_CHECKSUM, 1, Optional.empty());
    byte[] bytes = faults.spoil(FRAME, READ).bytes();
    assertEquals(FRAME.length - 1, Arrays.mismatch(FRAME, bytes));
    assertEquals(FRAME.length, bytes.length);
  }

  @Test
  void truncated_spoil_leavesTheFirstHalf() {
    armed.arm(Fault.TRUNCATED, 1, Optional.empty());
    byte[] bytes = faults.spoil(FRAME, READ).bytes();
    assertArrayEquals(Arrays.copyOf(FRAME, FRAME.length / 2), bytes);
  }

  @Test
  void junk_spoil_comesBeforeTheWholeFrame() {
    armed.arm(Fault.JUNK, 1, Optional.empty());
    byte[] bytes = faults.spoil(FRAME, READ).bytes();
    assertEquals(FRAME.length + 8, bytes.length);
    assertArrayEquals(FRAME, Arrays.copyOfRange(bytes, 8, bytes.length));
  }

  @Test
  void silent_spoil_leavesNothing() {
    armed.arm(Fault.SILENT, 1, Optional.empty());
    assertEquals(0, faults.spoil(FRAME, READ).bytes().length);
  }

  @Test
  void faultForOneCommand_spoil_waitsForIt() {
    armed.arm(Fault.DRIP, 1, READ);
    assertFalse(faults.spoil(FRAME, Optional.of(Command.FIND)).dripping());
    assertFalse(faults.spoil(FRAME, Optional.empty()).dripping());
    assertTrue(faults.spoil(FRAME, READ).dripping());
    assertFalse(faults.spoil(FRAME, READ).dripping());
  }

  @Test
  void faultWithoutCount_spoil_staysUntilCleared() {
    armed.arm(Fault.SILENT, ArmedFaults.ALWAYS, Optional.empty());
    for (int i = 0; i < 100; i++) {
      assertEquals(0, faults.spoil(FRAME, READ).bytes().length);
    }
    armed.clear();
    assertArrayEquals(FRAME, faults.spoil(FRAME, READ).bytes());
  }
}
