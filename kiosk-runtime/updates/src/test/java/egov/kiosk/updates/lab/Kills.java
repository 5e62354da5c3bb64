package egov.kiosk.updates.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.boot.KioskSlot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a command of the helper once for each of its steps, each time on a fresh copy of a machine
 * and in a process that is ended there, and looks at what is left. Two at a time.
 */
public final class Kills {
  private static final long PATIENCE_SECONDS = 120;

  private final Kiosk kiosk;
  private final Path ground;
  private final DoomedProgram program;

  public Kills(Kiosk kiosk, Path ground, DoomedProgram program) {
    this.kiosk = kiosk;
    this.ground = ground;
    this.program = program;
  }

  /** What must hold on a machine after a kill. */
  public interface Aftermath {
    void holds(Kiosk left, int step) throws Exception;
  }

  /** Kills at every step; returns how many there were. */
  public int atEveryStep(List<String> command, Aftermath aftermath) throws Exception {
    int steps = count(command);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Void>> runs = new ArrayList<>();
      for (int step = 1; step <= steps; step++) {
        int at = step;
        runs.add(two.submit((Callable<Void>) () -> one(command, at, aftermath)));
      }
      for (Future<Void> run : runs) {
        run.get();
      }
    } finally {
      two.shutdownNow();
      two.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    return steps;
  }

  /** Runs the command on a copy to its end, and counts. */
  private int count(List<String> command) throws IOException {
    Kiosk copy = copy("whole");
    AtomicInteger steps = new AtomicInteger();
    PrintWriter nobody = new PrintWriter(OutputStream.nullOutputStream());
    int code =
        KioskSlot.run(nobody, nobody, arguments(copy, command), step -> steps.incrementAndGet());
    assertEquals(0, code, "the command itself works");
    assertTrue(steps.get() > 0, "the command has steps");
    return steps.get();
  }

  private Void one(List<String> command, int step, Aftermath aftermath) throws Exception {
    Kiosk copy = copy(command.get(0) + "-" + step);
    int code = kill(copy, command, step);
    assertEquals(Doomed.DEAD, code, command + " is killed at step " + step);
    aftermath.holds(copy, step);
    return null;
  }

  /** Runs a command in a process that ends after a step; returns its exit code. */
  public int kill(Kiosk machine, List<String> command, int step) throws Exception {
    List<String> line = new ArrayList<>(program.line());
    line.add(Integer.toString(step));
    line.addAll(arguments(machine, command));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(machine.home.resolve("doomed.log").toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command + " does not end");
    }
    return process.exitValue();
  }

  private static List<String> arguments(Kiosk machine, List<String> command) {
    List<String> all = new ArrayList<>(machine.options());
    for (String word : command) {
      all.add(word.equals("DOWNLOAD") ? machine.places.download().toString() : word);
    }
    return all;
  }

  private Kiosk copy(String name) throws IOException {
    return kiosk.copyTo(ground.resolve(name));
  }
}
