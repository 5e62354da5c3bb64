package egov.kiosk.audit.syslog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Debian's rsyslog with TLS as a process of its own, on a loopback port, writing what it gets. */
final class Rsyslog implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final Process process;
  private final int port;

  private Rsyslog(Path directory, Process process, int port) {
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  /** Makes key and certificate where they are missing. */
  static void prepare(Path directory) throws Exception {
    run(
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=collector",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-addext",
            "basicConstraints=critical,CA:TRUE",
            "-keyout",
            directory.resolve("key.pem").toString(),
            "-out",
            trust(directory).toString()));
  }

  static Path trust(Path directory) {
    return directory.resolve("collector.pem");
  }

  /**
   * Starts one.
   *
   * @param port 0 for any
   */
  static Rsyslog start(Path directory, int port) throws Exception {
    Path configuration = directory.resolve("rsyslog.conf");
    Path portFile = directory.resolve("port");
    Files.deleteIfExists(portFile);
    Files.writeString(
        configuration,
        """
        global(workDirectory="DIR" DefaultNetstreamDriver="gtls" maxMessageSize="8k"
          DefaultNetstreamDriverCAFile="DIR/collector.pem"
          DefaultNetstreamDriverCertFile="DIR/collector.pem"
          DefaultNetstreamDriverKeyFile="DIR/key.pem")
        module(load="imtcp" StreamDriver.Name="gtls" StreamDriver.Mode="1"
          StreamDriver.AuthMode="anon"
          gnutlsPriorityString="NORMAL")
        template(name="raw" type="string" string="%rawmsg%\\n")
        ruleset(name="all") { action(type="omfile" file="DIR/got" template="raw") }
        input(type="imtcp" port="PORT" address="127.0.0.1" listenPortFileName="DIR/port"
          ruleset="all")
        """
            .replace("DIR", directory.toString())
            .replace("PORT", Integer.toString(port)));
    Process process =
        new ProcessBuilder(
                "/usr/sbin/rsyslogd",
                "-n",
                "-f",
                configuration.toString(),
                "-i",
                directory.resolve("pid").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("said").toFile())
            .start();
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  !process.isAlive()
                      || port != 0
                      || (Files.exists(portFile) && Files.size(portFile) > 0));
    } catch (ConditionTimeoutException e) {
      process.destroyForcibly();
      throw e;
    }
    if (!process.isAlive()) {
      throw new IOException(Files.readString(directory.resolve("said")));
    }
    int taken = port != 0 ? port : Integer.parseInt(Files.readString(portFile).strip());
    return new Rsyslog(directory, process, taken);
  }

  int port() {
    return port;
  }

  /** What came, a message a line. */
  List<String> got() throws IOException {
    Path file = directory.resolve("got");
    return Files.exists(file)
        ? Files.readAllLines(file, StandardCharsets.US_ASCII)
        : new ArrayList<>();
  }

  private static void run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(output);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
  }
}
