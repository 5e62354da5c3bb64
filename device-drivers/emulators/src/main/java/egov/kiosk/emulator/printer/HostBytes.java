package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.printer.PrinterCounters.Event;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * What a printer does with the bytes of one connection: real-time status at once, the rest later.
 */
final class HostBytes {
  private final ReceiveBuffer buffer;
  private final Panel panel;
  private final PrinterCounters counters;
  private final IntConsumer answers;
  private final RealTimeWatch watch = new RealTimeWatch();

  HostBytes(ReceiveBuffer buffer, Panel panel, PrinterCounters counters, IntConsumer answers) {
    this.buffer = buffer;
    this.panel = panel;
    this.counters = counters;
    this.answers = answers;
  }

  void take(byte[] chunk, int count) throws InterruptedException {
    panel.awaitListening();
    counters.add(Event.BYTES_IN, count);
    for (int i = 0; i < count; i++) {
      int value = Byte.toUnsignedInt(chunk[i]);
      OptionalInt asked = watch.accept(value);
      if (asked.isPresent()) {
        counters.count(Event.STATUS_ASKED);
        answers.accept(panel.realTimeStatus(asked.getAsInt()));
      }
      buffer.put(value);
    }
  }

  void end() throws InterruptedException {
    buffer.put(ReceiveBuffer.END_OF_CONNECTION);
  }
}
