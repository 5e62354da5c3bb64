package egov.kiosk.uplinkmqtt.faults;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.emulator.network.FaultProxy;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.Uplinks;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.conformance.ConformanceBench;
import egov.kiosk.uplinkmqtt.conformance.Mosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real broker, and a line to it that can go bad. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadLine {
  static final String KIOSK = "zj-hz-000001";

  Mosquitto broker;
  FaultProxy line;
  Told told;
  MqttUplink uplink;

  @BeforeAll
  void startBroker(@TempDir Path directory) throws IOException {
    broker = Mosquitto.start(directory, ConformanceBench.users().subList(0, 2));
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void openLine() throws IOException {
    line = FaultProxy.before(broker.port());
    told = new Told();
  }

  @AfterEach
  void close() {
    if (uplink != null) {
      uplink.stop(Duration.ofSeconds(4));
    }
    line.close();
  }

  UplinkSettings settings() {
    return Uplinks.settings(line.port()).withPasswordFile(broker.passwordFile(KIOSK));
  }

  void begin(UplinkSettings settings) {
    uplink = new MqttUplink(KIOSK, settings);
    uplink.start(told);
  }

  void start(UplinkSettings settings) {
    begin(settings);
    patiently().until(() -> told.connections() == 1);
  }

  CompletableFuture<SendOutcome> send(int bytes) {
    return Uplinks.send(uplink, Uplinks.message(bytes));
  }

  /** More than sockets and the proxy hold on to: the writer is held up. */
  static final int MANY = 100;

  List<CompletableFuture<SendOutcome>> sendFullWindow(int bytes) {
    List<CompletableFuture<SendOutcome>> sent = new ArrayList<>();
    for (int i = 0; i < uplink.window(); i++) {
      sent.add(send(bytes));
    }
    return sent;
  }

  /** As the agent does: again and again until the broker has it. */
  void insist(SignedEnvelope envelope) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInSameThread()
        .until(() -> Uplinks.send(uplink, envelope).get().equals(SendOutcome.acknowledged()));
  }

  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}
