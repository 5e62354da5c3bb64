package egov.kiosk.assist;

import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a program once: bytes in, bytes out, within a time. What is personal goes through the pipe,
 * never into the arguments, which every process on the machine can read. Safe for use by several
 * threads.
 */
public final class ChildProgram implements AutoCloseable {
  private static final int END_SECONDS = 2;

  private final String name;
  private final int mostOutput;
  private final ScheduledExecutorService watch;

  /**
   * @param name what it is called in messages, e.g. {@code espeak-ng}
   * @param mostOutput more bytes than this are a crash
   */
  public ChildProgram(String name, int mostOutput) {
    this.name = name;
    this.mostOutput = mostOutput;
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, name + "-watch");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs it.
   *
   * @param command the program and its arguments, nothing personal among them
   * @param input written to its standard input, at most 32 KiB
   * @return what it wrote to standard output
   * @throws AssistUnavailableException when it is missing, fails, or takes longer
   */
  public byte[] run(List<String> command, byte[] input, Duration limit)
      throws AssistUnavailableException {
    Process process = start(command);
    AtomicBoolean late = new AtomicBoolean();
    Future<?> alarm =
        watch.schedule(
            () -> {
              late.set(true);
              // Not Process.destroyForcibly: that closes our end of the pipe under the reader.
              process.toHandle().destroyForcibly();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try (InputStream answers = process.getInputStream()) {
      write(process, input);
      byte[] output = answers.readNBytes(mostOutput + 1);
      if (output.length > mostOutput) {
        throw crashed();
      }
      int code = process.waitFor();
      if (late.get()) {
        throw new AssistUnavailableException(
            Reason.LATE, name + " did not answer within " + limit.toMillis() + " ms");
      }
      if (code != 0) {
        throw crashed();
      }
      return output;
    } catch (IOException e) {
      throw crashed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssistUnavailableException(Reason.BUSY, name + " was stopped");
    } finally {
      alarm.cancel(false);
      process.toHandle().destroyForcibly();
    }
  }

  private Process start(List<String> command) throws AssistUnavailableException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C.UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssistUnavailableException(
          Reason.MISSING, name + " is not installed or may not be run");
    }
  }

  /** A program that does not want its input may have gone already; its exit code tells. */
  private static void write(Process process, byte[] input) {
    try (OutputStream requests = process.getOutputStream()) {
      requests.write(input);
    } catch (IOException gone) {
      // Reading its answer shows what became of it.
    }
  }

  private AssistUnavailableException crashed() {
    return new AssistUnavailableException(Reason.CRASHED, name + " ended with an error");
  }

  /** Lets go of the watching thread; a call under way still ends. */
  @Override
  public void close() {
    watch.shutdown();
    try {
      watch.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
