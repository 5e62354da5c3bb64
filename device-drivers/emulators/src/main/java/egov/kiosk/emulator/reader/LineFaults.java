package egov.kiosk.emulator.reader;

import java.util.Arrays;
import java.util.Optional;

/** What armed faults make of a right answer on its way to the wire. */
final class LineFaults {
  /** Ends like the start of a preamble, so that a careless scanner slips. */
  private static final byte[] NOISE = {
    0x00, (byte) 0xFF, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x13, 0x37, (byte) 0xAA
  };

  private static final int FLOOD_BYTES = 10_000_000;
  private static final int LENGTH_AT = 5;

  private final ArmedFaults faults;
  private byte[] before = new byte[0];

  LineFaults(ArmedFaults faults) {
    this.faults = faults;
  }

  /**
   * @param bytes what goes out
   * @param dripping whether it goes out in drips
   * @param hurried whether it goes out as fast as the cable takes it
   */
  record Signal(byte[] bytes, boolean dripping, boolean hurried) {}

  /** The signal for an answer to a command. */
  Signal spoil(byte[] frame, Optional<Command> command) {
    if (faults.strikes(Fault.SILENT, command)) {
      return new Signal(new byte[0], false, false);
    }
    byte[] bytes = frame.clone();
    if (faults.strikes(Fault.LATE, command)) {
      bytes = before;
    }
    before = frame.clone();
    if (faults.strikes(Fault.WRONG_LENGTH, command) && bytes.length > LENGTH_AT + 1) {
      // One more bit in the length and in the checksum: the exclusive or stays zero.
      bytes[LENGTH_AT + 1] ^= 0x02;
      bytes[bytes.length - 1] ^= 0x02;
    }
    if (faults.strikes(Fault.DOUBLED, command)) {
      byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
      System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
      bytes = twice;
    }
    if (faults.strikes(Fault.BAD_CHECKSUM, command)) {
      bytes[bytes.length - 1] ^= 0x01;
    }
    if (faults.strikes(Fault.TRUNCATED, command)) {
      bytes = Arrays.copyOf(bytes, bytes.length / 2);
    }
    if (faults.strikes(Fault.JUNK, command)) {
      byte[] noisy = Arrays.copyOf(NOISE, NOISE.length + bytes.length);
      System.arraycopy(bytes, 0, noisy, NOISE.length, bytes.length);
      bytes = noisy;
    }
    boolean flooded = faults.strikes(Fault.FLOOD, command);
    if (flooded) {
      byte[] flood = new byte[FLOOD_BYTES + bytes.length];
      for (int i = 0; i < FLOOD_BYTES; i++) {
        flood[i] = NOISE[i % NOISE.length];
      }
      System.arraycopy(bytes, 0, flood, FLOOD_BYTES, bytes.length);
      bytes = flood;
    }
    return new Signal(bytes, faults.strikes(Fault.DRIP, command), flooded);
  }
}
