package egov.kiosk.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.Uuid;

/** One node of Apache Kafka (KRaft) as its own JVM on loopback ports. */
public final class KafkaServer implements AutoCloseable {
  private final Path directory;
  private final int port;
  private ChildProcess process;

  private KafkaServer(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  public static KafkaServer start(Path directory) throws IOException {
    Files.createDirectories(directory);
    KafkaServer server = new KafkaServer(directory, ChildProcess.freePort());
    int controller = ChildProcess.freePort();
    Files.writeString(
        server.configuration(),
        String.join(
            "\n",
            "process.roles=broker,controller",
            "node.id=1",
            "controller.quorum.voters=1@127.0.0.1:" + controller,
            "listeners=PLAINTEXT://127.0.0.1:"
                + server.port
                + ",CONTROLLER://127.0.0.1:"
                + controller,
            "advertised.listeners=PLAINTEXT://127.0.0.1:" + server.port,
            "controller.listener.names=CONTROLLER",
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs=" + directory.resolve("data"),
            "num.partitions=3",
            "offsets.topic.replication.factor=1",
            "offsets.topic.num.partitions=1",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "transaction.state.log.num.partitions=1",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms=1000",
            "group.initial.rebalance.delay.ms=0",
            "auto.create.topics.enable=false",
            ""));
    try (ChildProcess format =
        ChildProcess.java(
            directory.resolve("format.log"),
            "256m",
            "kafka.tools.StorageTool",
            List.of(
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                server.configuration().toString()))) {
      if (format.end() != 0) {
        throw new IOException("no format: " + Files.readString(directory.resolve("format.log")));
      }
    }
    server.start();
    return server;
  }

  public void start() throws IOException {
    process =
        ChildProcess.java(
            directory.resolve("log"), "384m", "kafka.Kafka", List.of(configuration().toString()));
    process.awaitPort(port, Duration.ofSeconds(60));
  }

  /** kill -9. */
  public void kill() {
    process.kill();
  }

  public String servers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.close();
  }

  private Path configuration() {
    return directory.resolve("server.properties");
  }
}
