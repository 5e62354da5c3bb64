package egov.kiosk.launcher.session;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Records a device of a kiosk that serves; the kiosk goes on serving. */
public final class ServingRecord {
  private static final String CALL = "/api/devices/recording/";
  private static final long LOOK_MILLIS = 500;
  private static final long SPARE_SECONDS = 30;

  private final LocalApiClient kiosk;
  private final PrintWriter out;

  /** Of that kiosk, told on that writer. */
  public ServingRecord(LocalApiClient kiosk, PrintWriter out) {
    this.kiosk = kiosk;
    this.out = out;
  }

  /**
   * Waits until the recording has ended, and writes it. Somebody who ends the command ends the
   * recording.
   *
   * @param name the device
   * @param seconds how long
   * @param file where to; must not exist
   */
  public void run(String name, int seconds, Path file) throws IOException, InterruptedException {
    kiosk.post(CALL + "begin", "{\"name\":\"" + name + "\",\"seconds\":" + seconds + "}");
    out.println(
        name + " of the running kiosk is recorded for " + seconds + " s; it goes on serving,");
    out.println("so use it as citizens do: place cards, show codes, pull cables");
    out.flush();
    Thread giveUp = new Thread(this::end, "kiosk-recording-end");
    Runtime.getRuntime().addShutdownHook(giveUp);
    String capture = ended(seconds);
    Runtime.getRuntime().removeShutdownHook(giveUp);
    Files.writeString(file, capture, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
    out.println("written to " + file);
    out.flush();
  }

  private void end() {
    try {
      kiosk.post(CALL + "end", "{}");
    } catch (IOException e) {
      // It ends by itself, when its time is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String ended(int seconds) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds + SPARE_SECONDS);
    while (true) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      try {
        return kiosk.post(CALL + "take", "{}");
      } catch (LocalApiException e) {
        if (!e.stillRecording() || System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }
}
