package egov.kiosk.proving.stand;

import egov.kiosk.proving.child.Child;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** One node of Apache Kafka (KRaft) for all stands, each with a topic of its own. */
final class KafkaServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 100;

  private final Path directory;
  private final Path jars;
  private final int port;
  private final Child child;

  private KafkaServer(Path directory, Path jars, int port) throws IOException {
    this.directory = directory;
    this.jars = jars;
    this.port = port;
    child = run("384m", "kafka.Kafka", configuration().toString());
  }

  /**
   * Starts it.
   *
   * @param directory an own one
   * @param jars a directory with the jars of the server
   */
  static KafkaServer start(Path directory, Path jars) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    int port = FreePort.find();
    int controller = FreePort.find();
    Files.write(directory.resolve("server.properties"), settings(directory, port, controller));
    format(directory, jars);
    KafkaServer server = new KafkaServer(directory, jars, port);
    server.await();
    return server;
  }

  private static List<String> settings(Path directory, int port, int controller) {
    return List.of(
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.voters=1@127.0.0.1:" + controller,
        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names=CONTROLLER",
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs=" + directory.resolve("data"),
        "num.partitions=2",
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=1",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "transaction.state.log.num.partitions=1",
        "transaction.abort.timed.out.transaction.cleanup.interval.ms=1000",
        "group.initial.rebalance.delay.ms=0",
        "auto.create.topics.enable=false");
  }

  private static void format(Path directory, Path jars) throws IOException, InterruptedException {
    Path log = directory.resolve("format.log");
    List<String> command = command(jars, "256m", "kafka.tools.StorageTool");
    command.addAll(List.of("format", "-t", Uuid.randomUuid().toString()));
    command.addAll(List.of("-c", directory.resolve("server.properties").toString()));
    try (Child format = Child.start(command, Map.of(), log, line -> {})) {
      format.end(PATIENCE);
    }
  }

  private Child run(String heap, String mainClass, String... arguments) throws IOException {
    List<String> command = command(jars, heap, mainClass);
    command.addAll(List.of(arguments));
    // It does not mind the end of its input; so the kernel ends it when we are gone.
    command.addAll(0, List.of("setpriv", "--pdeathsig", "KILL"));
    return Child.start(command, Map.of(), directory.resolve("kafka.log"), line -> {});
  }

  private static List<String> command(Path jars, String heap, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", jars + "/*", mainClass));
    return command;
  }

  private void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (System.nanoTime() - end > 0 || !child.alive()) {
        throw new IOException("Kafka does not start; see kafka.log in " + directory);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), (int) LOOK_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  String servers() {
    return "127.0.0.1:" + port;
  }

  private Path configuration() {
    return directory.resolve("server.properties");
  }

  @Override
  public void close() {
    child.close();
  }
}
