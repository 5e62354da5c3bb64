package egov.kiosk.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.gateway.testing.ChildProcess;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Mosquitto;
import egov.kiosk.gateway.testing.StubKiosk;
import egov.kiosk.gateway.testing.WorkerProcess;
import egov.kiosk.tls.LineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kiosk, broker and worker, each behind TLS with certificates on both ends. */
@Timeout(90)
class SecuredLineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path directory;

  @Test
  void transactionUpAndReceiptDown_overNationalLines() throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    LineSettings worker = lab.line("one");
    try (Mosquitto broker = Mosquitto.start(directory.resolve("mosquitto"));
        ChildProcess front = front(lab, broker.port())) {
      int port = Integer.parseInt(front.line().substring("ready port=".length()));
      try (WorkerProcess one = worker(lab, "ssl://127.0.0.1:" + port, files(worker));
          StubKiosk kiosk = StubKiosk.connect(lab, GatewayLab.A, port, lab.line(GatewayLab.A))) {
        await().atMost(PATIENCE).until(() -> one.connected() && kiosk.connected());
        for (int i = 0; i < 20; i++) {
          kiosk.offer("hello " + i);
        }
        await().atMost(PATIENCE).until(() -> kiosk.pending() == 0);
        assertEquals(20, kiosk.receipts().size());
        assertEquals(List.of(), kiosk.contradictions());
        assertEquals(20, one.stat("accepted"));
        assertEquals(0, one.end());
      }
      assertEquals(0, front.end());
    }
  }

  @Test
  void workerWithoutACertificate_isNotLetThrough() throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    try (Mosquitto broker = Mosquitto.start(directory.resolve("mosquitto"));
        ChildProcess front = front(lab, broker.port())) {
      int port = Integer.parseInt(front.line().substring("ready port=".length()));
      List<String> trustOnly = List.of("--trust", lab.pki().resolve("ca.pem").toString());
      try (WorkerProcess one = worker(lab, "ssl://127.0.0.1:" + port, trustOnly)) {
        await().atMost(PATIENCE).until(() -> log(one).contains("set a certificate file"));
        assertTrue(!one.connected());
      }
    }
  }

  @Test
  void transactionUpAndReceiptDown_overTheBrokersOwnTls() throws Exception {
    GatewayLab lab = GatewayLab.at(directory);
    certificates();
    int port = ChildProcess.freePort();
    try (ChildProcess broker = mosquitto(port);
        WorkerProcess one = worker(lab, "ssl://127.0.0.1:" + port, ordinary(true));
        WorkerProcess bare = start(lab, "two", "ssl://127.0.0.1:" + port, ordinary(false));
        StubKiosk kiosk =
            StubKiosk.connect(
                lab,
                GatewayLab.A,
                port,
                LineSettings.of(LineSettings.TLS)
                    .trusting(directory.resolve("ca.pem"))
                    .showing(directory.resolve("us.pem"), directory.resolve("us.key")))) {
      await().atMost(PATIENCE).until(() -> one.connected() && kiosk.connected());
      kiosk.offer("hello");
      await().atMost(PATIENCE).until(() -> kiosk.pending() == 0);
      await().atMost(PATIENCE).until(() -> log(bare).contains("certificate"));
      assertTrue(!bare.connected() && broker.alive());
    }
  }

  private ChildProcess front(GatewayLab lab, int port) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("--listen", "127.0.0.1:0", "--broker-port", Integer.toString(port)));
    arguments.addAll(files(lab.line("front")));
    return ChildProcess.java(
        directory.resolve("front.log"), "128m", "egov.kiosk.front.Main", arguments);
  }

  private WorkerProcess worker(GatewayLab lab, String broker, List<String> more)
      throws IOException {
    return start(lab, "one", broker, more);
  }

  private WorkerProcess start(GatewayLab lab, String name, String broker, List<String> more)
      throws IOException {
    return WorkerProcess.start(
        directory,
        lab,
        broker,
        name,
        directory.resolve("store-" + name).toString(),
        more.toArray(String[]::new));
  }

  private static List<String> files(LineSettings line) {
    return List.of(
        "--trust", line.trustFile().orElseThrow().toString(),
        "--certificate", line.certificateFile().orElseThrow().toString(),
        "--key", line.keyFile().orElseThrow().toString());
  }

  private List<String> ordinary(boolean certificate) {
    List<String> words =
        new ArrayList<>(
            List.of("--security", "tls", "--trust", directory.resolve("ca.pem").toString()));
    if (certificate) {
      words.addAll(List.of("--certificate", directory.resolve("us.pem").toString()));
      words.addAll(List.of("--key", directory.resolve("us.key").toString()));
    }
    return words;
  }

  private static String log(WorkerProcess worker) throws IOException {
    return Files.readString(worker.log());
  }

  private ChildProcess mosquitto(int port) throws IOException {
    Path configuration = directory.resolve("tls.conf");
    Files.writeString(
        configuration,
        "listener %d 127.0.0.1\nallow_anonymous true\nrequire_certificate true\ntls_version tlsv1.3\n"
                .formatted(port)
            + "cafile %s\ncertfile %s\nkeyfile %s\nuser %s\n"
                .formatted(
                    directory.resolve("ca.pem"),
                    directory.resolve("broker.pem"),
                    directory.resolve("broker.key"),
                    System.getProperty("user.name")));
    ChildProcess broker =
        ChildProcess.start(
            directory.resolve("tls.log"),
            List.of("/usr/sbin/mosquitto", "-c", configuration.toString()));
    broker.awaitPort(port, Duration.ofSeconds(20));
    return broker;
  }

  /** As OpenSSL makes them: an authority, the broker with its address, and us. */
  private void certificates() throws IOException {
    openssl("ca", "-x509", "-subj", "/CN=ca", "-addext", "basicConstraints=critical,CA:TRUE");
    for (String name : List.of("broker", "us")) {
      openssl(
          name,
          "-x509",
          "-CA",
          directory.resolve("ca.pem").toString(),
          "-CAkey",
          directory.resolve("ca.key").toString(),
          "-subj",
          "/CN=" + name,
          "-addext",
          "subjectAltName=IP:127.0.0.1",
          "-addext",
          "basicConstraints=critical,CA:FALSE");
    }
  }

  private void openssl(String name, String... more) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
    line.addAll(List.of("-nodes", "-days", "9"));
    line.addAll(List.of("-keyout", directory.resolve(name + ".key").toString()));
    line.addAll(List.of("-out", directory.resolve(name + ".pem").toString()));
    line.addAll(List.of(more));
    ChildProcess.run(directory.resolve("openssl.log"), line);
    Files.setPosixFilePermissions(
        directory.resolve(name + ".key"), PosixFilePermissions.fromString("rw-------"));
  }
}
