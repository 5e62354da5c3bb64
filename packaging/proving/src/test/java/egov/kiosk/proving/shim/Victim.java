package egov.kiosk.proving.shim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** A process that says what became of a write, a sync and a read, and what time it is. */
final class Victim {
  private Victim() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (FileChannel file =
        FileChannel.open(
            Path.of(arguments[0]),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      System.out.println("ready");
      while (orders.readLine() != null) {
        System.out.println(
            word(() -> file.write(ByteBuffer.wrap(new byte[8]), 0))
                + " "
                + word(() -> file.force(true))
                + " "
                + word(() -> file.read(ByteBuffer.allocate(8), 0))
                + " "
                + Clock.systemUTC().millis());
      }
    }
  }

  private interface Deed {
    void happen() throws IOException;
  }

  private static String word(Deed deed) {
    try {
      deed.happen();
      return "well";
    } catch (IOException e) {
      return "badly";
    }
  }
}
