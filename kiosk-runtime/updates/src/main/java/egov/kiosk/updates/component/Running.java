package egov.kiosk.updates.component;

import egov.kiosk.updates.ddi.Ddi;
import egov.kiosk.updates.ddi.DdiSettings;
import egov.kiosk.updates.desk.UpdateDesk;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The desk with its threads, or nothing where the program does not lie in slots. */
final class Running implements AutoCloseable {
  private static final long STEP_SECONDS = 5;
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final Optional<UpdateDesk> desk;
  private final boolean server;
  private final Optional<ScheduledExecutorService> threads;

  private Running(
      Optional<UpdateDesk> desk, boolean server, Optional<ScheduledExecutorService> threads) {
    this.desk = desk;
    this.server = server;
    this.threads = threads;
  }

  static Running start(UpdatesConfiguration configuration, String kiosk, ServicesAround around)
      throws IOException {
    if (configuration.program().isEmpty()) {
      return new Running(Optional.empty(), false, Optional.empty());
    }
    UpdatesSettings settings = UpdatesSettings.of(configuration);
    Optional<DdiSettings> line = UpdatesSettings.server(configuration, kiosk);
    ScheduledExecutorService threads =
        Executors.newScheduledThreadPool(
            4,
            task -> {
              Thread thread = new Thread(task, "updates");
              thread.setDaemon(true);
              return thread;
            });
    UpdateDesk desk =
        new UpdateDesk(
            settings.places(),
            settings.machine(),
            line.map(
                where ->
                    new Ddi(
                        HttpClient.newBuilder()
                            .connectTimeout(CONNECT)
                            .executor(threads)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build(),
                        where,
                        threads)),
            around,
            new UpdateDesk.Rules(settings.quiet(), LocalTime::now),
            System::nanoTime,
            new SecureRandom());
    threads.scheduleWithFixedDelay(() -> step(desk), STEP_SECONDS, STEP_SECONDS, TimeUnit.SECONDS);
    return new Running(Optional.of(desk), line.isPresent(), Optional.of(threads));
  }

  private static void step(UpdateDesk desk) {
    try {
      desk.step();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Optional<UpdateDesk.Standing> standing() {
    return desk.map(UpdateDesk::standing);
  }

  boolean hasServer() {
    return server;
  }

  void askNow() {
    desk.ifPresent(UpdateDesk::askNow);
  }

  @Override
  public void close() {
    threads.ifPresent(ScheduledExecutorService::shutdownNow);
  }
}
