package egov.kiosk.proving;

import egov.kiosk.proving.fault.Kind;
import egov.kiosk.proving.fault.Menu;
import egov.kiosk.proving.report.Report;
import egov.kiosk.proving.report.Sitting;
import egov.kiosk.proving.stand.Ground;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs the cycles on several stands at once. */
final class Campaign {
  private final Course course;
  private final Sitting sitting;
  private final Consumer<Report> progress;

  /**
   * @param progress told at the start and after each cycle, on any thread
   */
  Campaign(Course course, Sitting sitting, Consumer<Report> progress) {
    this.course = course;
    this.sitting = sitting;
    this.progress = progress;
  }

  /**
   * Runs until the cycles or the time are used up.
   *
   * @param directory an existing empty directory for everything
   */
  Report run(Path directory) throws IOException, InterruptedException {
    try (Ground ground = Ground.prepare(directory, course.platform(), course.kafkaJars())) {
      Report report = new Report(sitting, notRun(ground.missing()));
      progress.accept(report);
      AtomicInteger left = new AtomicInteger(course.cycles());
      Menu menu =
          new Menu(
              ground.missing().keySet(), course.only(), course.once(), new Random(course.seed()));
      long end = System.nanoTime() + course.limit().toNanos();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < course.stands(); i++) {
        Torment torment =
            new Torment(
                ground,
                i,
                course,
                menu,
                report,
                () -> System.nanoTime() - end < 0 && left.getAndDecrement() > 0,
                () -> progress.accept(report));
        Thread thread = new Thread(torment, "proving-stand-" + i);
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      return report;
    }
  }

  private static Map<String, String> notRun(Map<Ground.Need, String> missing) {
    Map<String, String> notRun = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      kind.need()
          .filter(missing::containsKey)
          .ifPresent(need -> notRun.put(kind.word(), missing.get(need)));
    }
    return notRun;
  }
}
