package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.pty.PluggedLine;
import egov.kiosk.emulator.pty.Pty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The printer on a character device, as a serial port or the kernel's USB printer driver shows it.
 * Pulling the plug takes the device away.
 */
final class PrinterLine implements HostSide, PluggedLine.Work {
  private static final Duration LISTEN = Duration.ofMillis(100);

  private final Path link;
  private final ReceiveBuffer buffer;
  private final Panel panel;
  private final PrinterCounters counters;
  private PluggedLine plugged;
  private volatile Pty line;

  PrinterLine(Path link, ReceiveBuffer buffer, Panel panel, PrinterCounters counters) {
    this.link = link;
    this.buffer = buffer;
    this.panel = panel;
    this.counters = counters;
  }

  @Override
  public String ready() {
    return "device=" + link;
  }

  @Override
  public synchronized void plug() throws IOException {
    if (plugged == null) {
      plugged = PluggedLine.plug(link, "emulator-printer-line", this);
    }
  }

  @Override
  public synchronized void unplug() {
    if (plugged != null) {
      plugged.close();
      plugged = null;
    }
  }

  @Override
  public void serve(Pty pty) throws IOException {
    line = pty;
    HostBytes host = new HostBytes(buffer, panel, counters, this::answer);
    byte[] chunk = new byte[1024];
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int count = pty.read(chunk, LISTEN);
        if (count > 0) {
          host.take(chunk, count);
        }
      }
      host.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      line = null;
    }
  }

  @Override
  public void answer(int status) {
    Pty host = line;
    if (host == null) {
      return;
    }
    try {
      host.write(new byte[] {(byte) status}, 0, 1);
    } catch (IOException e) {
      counters.count(PrinterCounters.Event.UNHEARD);
    }
  }

  @Override
  public void close() {
    unplug();
  }
}
