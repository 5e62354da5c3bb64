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
 */
final class SlipBench {
  private static final int WARM_UP = 80;
  private static final int ROUNDS = 60;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private SlipBench() {}

  static Ratio run(Path work) throws Exception {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    try (TownProcess emulator =
        Emulated.start(work, "printer", "--port", "0", "--out", work.resolve("slips").toString())) {
      LinkAddress.Tcp address =
          new LinkAddress.Tcp("127.0.0.1", Integer.parseInt(emulator.ready("port")));
      Medians ours = new Medians();
      try (EscPosPrinter printer =
          new EscPosPrinter(
              PrinterSettings.of(address.toString()),
              limit -> RecordingLink.withContents(address.opener().open(limit), lines::add),
              Clock.systemUTC())) {
        printer.ask(LIMIT);
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
          lines.clear();
          long before = System.nanoTime();
          printer.print(slip(), LIMIT);
          if (i >= WARM_UP) {
            ours.add((System.nanoTime() - before) / 1e6);
          }
        }
      }
      Tape tape = Tape.parse(String.join("\n", lines));
      Medians bare = new Medians();
      try (Link link = address.opener().open(LIMIT)) {
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
          long before = System.nanoTime();
          exchange(link, tape);
          if (i >= WARM_UP) {
            bare.add((System.nanoTime() - before) / 1e6);
          }
        }
      }
      double value = ours.median() / bare.median();
      return Ratio.atMost("slip/bare-write", value, 1.2, ours.median(), bare.median(), "ms");
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
