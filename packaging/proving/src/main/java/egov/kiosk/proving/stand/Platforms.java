package egov.kiosk.proving.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the platform side of a stand. */
final class Platforms {
  private static final int WORKERS = 2;

  private Platforms() {}

  /**
   * @param name tells stands apart
   * @param place where it keeps things
   * @param logs where logs are written
   * @param port its way to the broker
   */
  static Platform of(Ground ground, String name, Path place, Path logs, int port)
      throws IOException, InterruptedException {
    Path log = logs.resolve("platform.log");
    if (!ground.kind().database()) {
      Path directory = Files.createDirectories(place.resolve("platform"));
      return new JournalPlatform(
          new PlatformProcess(
              ground.platform(), ground.pki(), log, directory + " " + port + " platform"));
    }
    PostgresServer database =
        PostgresServer.create(place, logs.resolve("postgres.log"), FreePort.find());
    Optional<Topic> topic = ground.kafka().map(kafka -> new Topic(kafka.servers(), name));
    String stream = ground.kafka().map(kafka -> " " + kafka.servers() + " " + name).orElse("");
    List<PlatformProcess> workers = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      String where = database.address() + " " + port + " worker-" + i + stream;
      workers.add(new PlatformProcess(ground.platform(), ground.pki(), log, where));
    }
    return new DatabasePlatform(database, topic, workers);
  }
}
