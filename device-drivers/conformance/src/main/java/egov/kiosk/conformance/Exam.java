package egov.kiosk.conformance;

import egov.kiosk.domain.device.DeviceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The checks of a device class, in the order in which they are made; immutable. The same for an
 * emulator and for real hardware.
 *
 * @param <D> the device's port
 */
public final class Exam<D> {
  private final List<Check<D>> checks;

  Exam(List<Check<D>> checks) {
    this.checks = List.copyOf(checks);
    Set<String> ids = new HashSet<>();
    for (Check<D> check : checks) {
      if (!ids.add(check.id())) {
        throw new IllegalArgumentException("two checks are called " + check.id());
      }
    }
  }

  /** How many checks there are. */
  public int size() {
    return checks.size();
  }

  /**
   * Examines a device; takes minutes.
   *
   * @param seen told each result at once, on the caller's thread
   * @return every result, in order
   */
  public List<Result> run(D device, Hand hand, Consumer<Result> seen) throws InterruptedException {
    Objects.requireNonNull(seen, "seen");
    ExecutorService workers =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "conformance");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Subject<D> subject = new Subject<>(device, hand, workers);
      List<Result> results = new ArrayList<>();
      for (Check<D> check : checks) {
        Result result = one(check, subject);
        subject.settle();
        results.add(result);
        seen.accept(result);
      }
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private static <D> Result one(Check<D> check, Subject<D> subject) throws InterruptedException {
    long start = System.nanoTime();
    subject.note("");
    Result.Verdict verdict = Result.Verdict.FAILED;
    String remark;
    try {
      check.body().examine(subject);
      verdict = Result.Verdict.PASSED;
      remark = subject.remark();
    } catch (NotRunException e) {
      verdict = Result.Verdict.NOT_RUN;
      remark = e.getMessage();
    } catch (FailedException e) {
      remark = e.getMessage();
    } catch (DeviceException e) {
      remark = "unexpected fault " + e.fault() + " (" + e.fault().code() + ")";
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // Its text is the driver's own and might hold what it read.
      remark = "threw " + e.getClass().getName();
    }
    return new Result(
        check.id(), check.promise(), verdict, remark, Duration.ofNanos(System.nanoTime() - start));
  }
}
