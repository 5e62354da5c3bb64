package egov.kiosk.gateway;

import egov.kiosk.crypto.CryptoException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A worker as a process:
 *
 * <pre>
 * java ... egov.kiosk.gateway.Main --broker URL --worker NAME [--user NAME] [--password-file FILE]
 *   [--security national|tls|NAME] [--trust FILE] [--certificate FILE --key FILE]
 *   [--revoked FILE] --pki DIR --store postgresql://HOST:PORT/DATABASE?user=NAME|DIR
 *   [--kafka HOST:PORT] [--topic NAME] [--partition i/n --kiosks FILE] [--threads N]
 *   [--attachments DIR] [--orders postgresql://...|DIR]
 *   [--audit postgresql://...|DIR] [--grids FILE]
 *   [--mode production|laboratory] [--laboratory-books FILE]
 * </pre>
 *
 * <p>The worker's name is its MQTT client id; no two may have the same. To a broker on another
 * machine ({@code ssl://}) the line is national unless told otherwise, and then needs a trust file,
 * a certificate file and a key file. Prints {@code ready worker=NAME} when it has started, whether
 * or not broker, database and Kafka are there yet, then answers the commands {@code stats}, {@code
 * find <id>}, {@code enclosures} (what has not arrived or is not what its transaction named),
 * {@code rescued [worker=BADGE] [taskId=ID]}, {@code new-households [grid=GRID]}, {@code trace ID}
 * (its way through this worker, as OTLP JSON), {@code spans} (how often and how long, by kind) and
 * {@code import FILE}; with {@code --orders} also {@code order ...}, {@code answers KIOSK}, {@code
 * calls} (citizens who call for help), {@code call answer ID MINUTES} and {@code call close ID};
 * the end of its input ends it. Logs go to standard error. Questions of citizens are answered from
 * books; without any there is no answer, and {@code --laboratory-books} is refused in production.
 */
public final class Main {
  private Main() {}

  /** The command line. */
  public static void main(String[] words) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "gateway-logback.xml");
    }
    int exit = 0;
    try {
      run(Arguments.parse(words));
    } catch (IllegalArgumentException | IOException | CryptoException e) {
      System.err.println(e.getMessage());
      exit = 1;
    }
    System.exit(exit);
  }

  private static void run(Arguments arguments) throws IOException, CryptoException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Worker worker = Worker.start(arguments)) {
      out.println("ready worker=" + arguments.one("--worker"));
      new Console(worker, out).run(in);
    }
  }
}
