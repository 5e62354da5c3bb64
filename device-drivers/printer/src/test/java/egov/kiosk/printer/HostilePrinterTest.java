package egov.kiosk.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Printers that answer nonsense, too much, or the right thing at an unlucky moment. */
class HostilePrinterTest {
  private static final Slip SLIP = new Slip(List.of(Slip.Text.of("x")));
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int NOTHING = -1;

  /** Answers the four status questions and the confirmation by a script; at once or never. */
  private static class ScriptedLink implements Link {
    final Deque<Byte> answers = new ArrayDeque<>();
    IntUnaryOperator status = n -> 0x12;
    int confirmation = 0x00;
    boolean confirmWithNextStatus;
    private boolean confirmationDue;

    @Override
    public int read(byte[] buffer, int offset, int length, Duration timeout) throws LinkException {
      int count = 0;
      while (count < length && !answers.isEmpty()) {
        buffer[offset + count++] = answers.poll();
      }
      return count;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) {
      if (bytes.length == 3 && bytes[0] == 0x10) {
        if (confirmationDue) {
          say(confirmation);
          confirmationDue = false;
        }
        say(status.applyAsInt(bytes[2]));
      } else if (confirmWithNextStatus) {
        confirmationDue = true;
      } else {
        say(confirmation);
      }
    }

    void say(int value) {
      if (value != NOTHING) {
        answers.add((byte) value);
      }
    }

    @Override
    public void close() {}
  }

  private static EscPosPrinter printer(Link link) {
    return new EscPosPrinter(
        PrinterSettings.of("tcp://127.0.0.1:9100").watched(PrinterContractTest.SELDOM),
        timeout -> link,
        Instant::now);
  }

  private static FaultCode failure(EscPosPrinter printer) {
    return assertThrows(DeviceException.class, () -> printer.print(SLIP, SOON)).fault();
  }

  @Test
  void print_confirmationDuringAStatusQuestion_isNotLost() throws Exception {
    ScriptedLink link = new ScriptedLink();
    link.confirmWithNextStatus = true;
    try (EscPosPrinter printer = printer(link)) {
      printer.print(SLIP, SOON);
    }
  }

  @Test
  void print_neverConfirmed_isUnknown() {
    ScriptedLink link = new ScriptedLink();
    link.confirmation = NOTHING;
    try (EscPosPrinter printer = printer(link)) {
      assertEquals(FaultCode.PRINT_UNKNOWN, failure(printer));
    }
  }

  @Test
  void print_statusBytesInsteadOfAConfirmation_areNoConfirmation() {
    for (int value = 0; value < 256; value++) {
      ScriptedLink link = new ScriptedLink();
      link.confirmation = value;
      boolean right = value == 0x00 || value == 0x03 || value == 0x0C || value == 0x0F;
      try (EscPosPrinter printer = printer(link)) {
        Duration brief = Duration.ofMillis(10);
        if (right) {
          printer.print(SLIP, SOON);
        } else {
          assertEquals(
              FaultCode.PRINT_UNKNOWN,
              assertThrows(DeviceException.class, () -> printer.print(SLIP, brief)).fault(),
              "byte " + value);
        }
      } catch (DeviceException e) {
        throw new AssertionError("byte " + value, e);
      }
    }
  }

  @Test
  void print_all256StatusBytes_neverPrintOnAnythingButHealth() {
    for (int value = 0; value < 256; value++) {
      int answer = value;
      ScriptedLink link = new ScriptedLink();
      link.status = n -> answer;
      try (EscPosPrinter printer = printer(link)) {
        boolean fixedBits = (value & 0x93) == 0x12;
        if (!fixedBits) {
          assertEquals(FaultCode.PROTOCOL_ERROR, failure(printer), "byte " + value);
        } else if (value == 0x12) {
          printer.print(SLIP, SOON);
        } else {
          assertFalse(failure(printer) == FaultCode.PRINT_UNKNOWN, "byte " + value);
        }
      } catch (DeviceException e) {
        throw new AssertionError("byte " + value, e);
      }
    }
  }

  @Test
  void ask_megabytesOfJunk_endsInTimeWithoutAStatus() {
    ScriptedLink link =
        new ScriptedLink() {
          @Override
          public int read(byte[] buffer, int offset, int length, Duration timeout) {
            Arrays.fill(buffer, offset, offset + length, (byte) 0xFF);
            return length;
          }
        };
    try (EscPosPrinter printer = printer(link)) {
      long start = System.nanoTime();
      DeviceException e = assertThrows(DeviceException.class, () -> printer.ask(SOON));
      assertEquals(FaultCode.PROTOCOL_ERROR, e.fault());
      assertTrue(System.nanoTime() - start < 10_000_000_000L);
      assertEquals(DeviceState.HARDWARE_ERROR, printer.status().state());
    }
  }

  @Test
  void print_staleAnswersLeftOver_areNotTakenForNewOnes() {
    ScriptedLink link = new ScriptedLink();
    link.status = n -> n == 4 ? 0x7E : n == 1 ? 0x1A : n == 2 ? 0x32 : 0x12;
    for (int i = 0; i < 100; i++) {
      link.say(0x12);
      link.say(0x00);
    }
    try (EscPosPrinter printer = printer(link)) {
      assertEquals(FaultCode.PAPER_OUT, failure(printer));
    }
  }

  @Test
  void print_lineBreaksAfterSending_isUnknown() {
    ScriptedLink link =
        new ScriptedLink() {
          @Override
          public void write(byte[] bytes, Duration timeout) {
            if (bytes.length == 3) {
              super.write(bytes, timeout);
            } else {
              confirmation = -2;
            }
          }

          @Override
          public int read(byte[] buffer, int offset, int length, Duration timeout)
              throws LinkException {
            if (confirmation == -2) {
              throw new LinkException(LinkFault.LOST, "gone");
            }
            return super.read(buffer, offset, length, timeout);
          }
        };
    try (EscPosPrinter printer = printer(link)) {
      assertEquals(FaultCode.PRINT_UNKNOWN, failure(printer));
      assertEquals(DeviceState.NO_DEVICE, printer.status().state());
    }
  }

  @Test
  void print_offlineWithoutACause_isNotPrinted() {
    ScriptedLink link = new ScriptedLink();
    link.status = n -> n == 1 ? 0x1A : 0x12;
    try (EscPosPrinter printer = printer(link)) {
      assertEquals(FaultCode.PRINTER_ERROR, failure(printer));
      assertFalse(printer.status().state().usable());
    }
  }

  @Test
  void d05_paperThatFlapsAtEveryQuestion_isNeverTakenForPrinted() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    ScriptedLink link = new ScriptedLink();
    link.status = n -> n == 4 && asked.getAndIncrement() % 2 == 1 ? 0x7E : 0x12;
    int printed = 0;
    try (EscPosPrinter printer = printer(link)) {
      for (int i = 0; i < 200; i++) {
        int before = asked.get();
        try {
          printer.print(SLIP, SOON);
          printed++;
        } catch (DeviceException e) {
          assertTrue(e.fault() == FaultCode.PAPER_OUT || e.fault() == FaultCode.PRINT_UNKNOWN);
        }
        assertTrue(asked.get() - before <= 4, "a busy loop: " + (asked.get() - before));
      }
    }
    // The look before and the look after never both saw paper.
    assertEquals(0, printed);
  }

  @Test
  void d05_bytesThatContradictEachOther_stopPrinting() {
    ScriptedLink link = new ScriptedLink();
    // "Online", and "stopped by the end of the paper", and "enough paper".
    link.status = n -> n == 2 ? 0x32 : 0x12;
    try (EscPosPrinter printer = printer(link)) {
      assertEquals(FaultCode.PAPER_OUT, failure(printer));
    }
  }

  @Property(tries = 300)
  void anyAnswers_endInAFaultOrAPrintedSlip(
      @ForAll @Size(max = 40) byte[] noise, @ForAll @Size(4) byte[] statuses) {
    ScriptedLink link =
        new ScriptedLink() {
          private int next;

          @Override
          public void write(byte[] bytes, Duration timeout) {
            for (int i = 0; i < 3 && next < noise.length; i++) {
              say(Byte.toUnsignedInt(noise[next++]));
            }
            super.write(bytes, timeout);
          }
        };
    link.status = n -> Byte.toUnsignedInt(statuses[n - 1]);
    try (EscPosPrinter printer = printer(link)) {
      printer.print(SLIP, Duration.ofMillis(20));
    } catch (DeviceException e) {
      assertTrue(e.getMessage().startsWith("printer: "), e.getMessage());
    }
  }
}
