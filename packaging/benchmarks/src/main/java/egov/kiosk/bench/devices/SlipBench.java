package egov.kiosk.bench.devices;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.RecordingLink;
import egov.kiosk.link.Tape;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterSettings;
import egov.kiosk.town.TownProcess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Rendering and sending a slip, confirmed, over a bare exchange of the very same bytes with the
 * same emulator: what the driver says is written, as much as it got is awaited.
 *
 * <p>The two take turns in short blocks: the emulator is a program that grows quicker while it
 * runs, and whoever came second as a whole had the quicker one.
 */
final class SlipBench {
  private static final int WARM_UP_BLOCKS = 5;
  private static final int BLOCKS = 7;
  private static final int SLIPS = 12;

  /** The first of a block pays for its connection. */
  private static final int NOT_COUNTED = 2;

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final LinkAddress address;
  private final Tape tape;

  private SlipBench(LinkAddress address) throws Exception {
    this.address = address;
    this.tape = recorded();
  }

  /** What goes over the line for one slip; recording costs time, so no other is recorded. */
  private Tape recorded() throws Exception {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    try (EscPosPrinter printer =
        new EscPosPrinter(
            PrinterSettings.of(address.toString()),
            limit -> RecordingLink.withContents(address.opener().open(limit), lines::add),
            Clock.systemUTC())) {
      printer.ask(LIMIT);
      lines.clear();
      printer.print(slip(), LIMIT);
      return Tape.parse(String.join("\n", lines));
    }
  }

  static Ratio run(Path work) throws Exception {
    try (TownProcess emulator =
        Emulated.start(work, "printer", "--port", "0", "--out", work.resolve("slips").toString())) {
      SlipBench bench =
          new SlipBench(new LinkAddress.Tcp("127.0.0.1", Integer.parseInt(emulator.ready("port"))));
      Medians ours = new Medians();
      Medians bare = new Medians();
      for (int i = 0; i < WARM_UP_BLOCKS + BLOCKS; i++) {
        boolean counts = i >= WARM_UP_BLOCKS;
        bench.print(counts ? ours : new Medians());
        bench.write(counts ? bare : new Medians());
      }
      double value = ours.median() / bare.median();
      return Ratio.atMost("slip/bare-write", value, 1.2, ours.median(), bare.median(), "ms");
    }
  }

  /** A block of slips by the driver. */
  private void print(Medians millis) throws Exception {
    try (EscPosPrinter printer =
        new EscPosPrinter(PrinterSettings.of(address.toString()), Clock.systemUTC())) {
      printer.ask(LIMIT);
      for (int i = 0; i < SLIPS; i++) {
        long before = System.nanoTime();
        printer.print(slip(), LIMIT);
        add(i, before, millis);
      }
    }
  }

  /** A block of the same exchange without the driver. */
  private void write(Medians millis) throws Exception {
    try (Link link = address.opener().open(LIMIT)) {
      for (int i = 0; i < SLIPS; i++) {
        long before = System.nanoTime();
        exchange(link, tape);
        add(i, before, millis);
      }
    }
  }

  private static void add(int number, long before, Medians millis) {
    if (number >= NOT_COUNTED) {
      millis.add((System.nanoTime() - before) / 1e6);
    }
  }

  private static void exchange(Link link, Tape tape) throws Exception {
    byte[] buffer = new byte[4096];
    for (Tape.Entry entry : tape.entries()) {
      byte[] bytes = HexFormat.of().parseHex(entry.hex());
      if (entry.direction() == Tape.Direction.SENT) {
        link.write(bytes, LIMIT);
      } else {
        int left = bytes.length;
        while (left > 0) {
          int count = link.read(buffer, 0, Math.min(left, buffer.length), LIMIT);
          if (count == 0) {
            throw new IllegalStateException("the emulator does not answer the bare exchange");
          }
          left -= count;
        }
      }
    }
  }

  private static Slip slip() {
    List<Slip.Line> lines = new ArrayList<>();
    lines.add(new Slip.Text("办事回执", Slip.Size.DOUBLE, Slip.Align.CENTRE));
    lines.add(new Slip.Rule());
    for (int i = 0; i < 20; i++) {
      lines.add(Slip.Text.of("受理号 3501 0260 0012 第 " + i + " 行"));
    }
    lines.add(new Slip.QrCode("受理号 350102600012"));
    return new Slip(lines);
  }
}
