package egov.kiosk.printer.escpos;

import egov.kiosk.domain.device.FaultCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * The four questions of DLE EOT (real-time status, answered even when the printer stands still) and
 * what their answers say. Every answer has bits 1 and 4 set and bits 0 and 7 clear; a byte without
 * them is no status.
 */
public enum StatusByte {
  PRINTER(1),
  OFFLINE_CAUSE(2),
  ERROR_CAUSE(3),
  PAPER(4);

  private static final int FIXED_MASK = 0x93;
  private static final int FIXED = 0x12;

  private static final int OFFLINE = 0x08;
  private static final int COVER_OPEN = 0x04;
  private static final int STOPPED_BY_PAPER_END = 0x20;
  private static final int ERROR = 0x40;

  /** Recoverable, cutter, unrecoverable, head too hot. */
  private static final int ANY_ERROR = 0x04 | 0x08 | 0x20 | 0x40;

  private static final int PAPER_NEAR_END = 0x0C;
  private static final int PAPER_END = 0x60;

  private final byte number;

  StatusByte(int number) {
    this.number = (byte) number;
  }

  /** The bytes that ask. */
  public byte[] question() {
    return new byte[] {0x10, 0x04, number};
  }

  /** Whether a byte can be a status at all. */
  public static boolean isStatus(int value) {
    return (value & FIXED_MASK) == FIXED;
  }

  /** Whether the printer says it is offline, whatever the cause; only {@link #PRINTER} knows. */
  public boolean offline(int value) {
    return this == PRINTER && (value & OFFLINE) != 0;
  }

  /** The faults an answer names; none when all is well. */
  public Set<FaultCode> faults(int value) {
    Set<FaultCode> faults = EnumSet.noneOf(FaultCode.class);
    switch (this) {
      case PRINTER -> {}
      case OFFLINE_CAUSE -> {
        add(faults, FaultCode.COVER_OPEN, value & COVER_OPEN);
        add(faults, FaultCode.PAPER_OUT, value & STOPPED_BY_PAPER_END);
        add(faults, FaultCode.PRINTER_ERROR, value & ERROR);
      }
      case ERROR_CAUSE -> add(faults, FaultCode.PRINTER_ERROR, value & ANY_ERROR);
      case PAPER -> {
        add(faults, FaultCode.PAPER_LOW, value & PAPER_NEAR_END);
        add(faults, FaultCode.PAPER_OUT, value & PAPER_END);
      }
    }
    return faults;
  }

  private static void add(Set<FaultCode> faults, FaultCode fault, int bits) {
    if (bits != 0) {
      faults.add(fault);
    }
  }
}
