package egov.kiosk.proving.stand;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several gateway workers at one database and, where there is Kafka, one topic. What they hold is
 * read past the workers.
 */
final class DatabasePlatform implements Platform {
  private final PostgresServer database;
  private final Optional<Topic> topic;
  private final List<PlatformProcess> workers;
  private Map<String, String> numbers = Map.of();

  /**
   * @param database runs; closed together with this
   * @param workers not started yet
   */
  DatabasePlatform(PostgresServer database, Optional<Topic> topic, List<PlatformProcess> workers) {
    this.database = database;
    this.topic = topic;
    this.workers = List.copyOf(workers);
  }

  @Override
  public void start() throws IOException, InterruptedException {
    for (PlatformProcess worker : workers) {
      worker.start();
    }
  }

  @Override
  public void kill() throws InterruptedException {
    for (PlatformProcess worker : workers) {
      worker.kill();
    }
  }

  @Override
  public void killOne(int which) throws InterruptedException {
    workers.get(Math.floorMod(which, workers.size())).kill();
  }

  @Override
  public void startOne(int which) throws IOException, InterruptedException {
    workers.get(Math.floorMod(which, workers.size())).start();
  }

  @Override
  public void killServers() throws InterruptedException {
    database.kill();
  }

  @Override
  public void startServers() throws IOException, InterruptedException {
    database.start();
  }

  @Override
  public void look() throws IOException, InterruptedException {
    numbers = database.accepted();
  }

  @Override
  public Optional<String> find(String id) {
    return Optional.ofNullable(numbers.get(id));
  }

  @Override
  public long count() {
    return numbers.size();
  }

  @Override
  public Discord discord() throws InterruptedException {
    return topic.isPresent() ? topic.get().compare(numbers.keySet()) : Discord.NONE;
  }

  @Override
  public void close() {
    workers.forEach(PlatformProcess::close);
    topic.ifPresent(Topic::close);
    database.close();
  }
}
