package egov.kiosk.emulator.reader;

import java.util.Arrays;
import java.util.Optional;

/** What armed faults make of a right answer on its way to the wire. */
final class LineFaults {
  /** Ends like the start of a preamble, so that a careless scanner slips. */
  private static final byte[] NOISE = {
    0x00, (byte) 0xFF, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x13, 0x37, (byte) 0xAA
  };

  private final ArmedFaults faults;

  LineFaults(ArmedFaults faults) {
    this.faults = faults;
  }

  /**
   * @param bytes what goes out
   * @param dripping whether it goes out in drips
   */
  record Signal(byte[] bytes, boolean dripping) {}

  /** The signal for an answer to a command. */
  Signal spoil(byte[] frame, Optional<Command> command) {
    if (faults.strikes(Fault.SILENT, command)) {
      return new Signal(new byte[0], false);
    }
    byte[] bytes = frame.clone();
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
    return new Signal(bytes, faults.strikes(Fault.DRIP, command));
  }
}
