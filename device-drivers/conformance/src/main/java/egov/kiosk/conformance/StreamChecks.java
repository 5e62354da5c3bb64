package egov.kiosk.conformance;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every camera must do that is switched on by opening a stream.
 *
 * @param <D> the camera's port
 * @param <S> its stream
 */
final class StreamChecks<D, S extends AutoCloseable> {
  /** A picture comes within this. */
  static final Duration PICTURE = Duration.ofSeconds(3);

  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final int TIMES = 5;

  private final Opening<D, S> opening;
  private final Taking<S> taking;
  private final Function<S, Optional<byte[]>> previews;
  private final int widestPreview;

  /** Switches a camera on. */
  interface Opening<D, S> {
    S open(D camera) throws DeviceException;
  }

  /** Takes a picture and gives it back. */
  interface Taking<S> {
    void take(S stream, Duration limit) throws Exception;
  }

  /** What is done with a stream. */
  interface Use<S> {
    void of(S stream) throws Exception;
  }

  StreamChecks(
      Opening<D, S> opening,
      Taking<S> taking,
      Function<S, Optional<byte[]>> previews,
      int widestPreview) {
    this.opening = opening;
    this.taking = taking;
    this.previews = previews;
    this.widestPreview = widestPreview;
  }

  /** A command that ends with the first picture. */
  Object glimpse(D camera, Duration limit) throws Exception {
    try (S stream = opening.open(camera)) {
      taking.take(stream, limit);
      return true;
    }
  }

  /** A command that uses its whole time. */
  Object watch(D camera, Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    try (S stream = opening.open(camera)) {
      while (System.nanoTime() - end < 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        taking.take(stream, PICTURE);
      }
      return true;
    }
  }

  void open(Subject<D> subject, Use<S> use) throws Exception {
    try (S stream = subject.within(LIMIT, () -> opening.open(subject.device()))) {
      use.of(stream);
    }
  }

  void first(Subject<D> subject) throws Exception {
    long start = System.nanoTime();
    open(subject, stream -> taking.take(stream, PICTURE));
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    subject.require(millis < PICTURE.toMillis(), "took " + millis + " ms");
    subject.note(millis + " ms, switching off included");
  }

  void preview(Subject<D> subject) throws Exception {
    open(
        subject,
        stream -> {
          taking.take(stream, PICTURE);
          Optional<byte[]> jpeg = previews.apply(stream);
          subject.require(jpeg.isPresent(), "gives no preview");
          int[] size = JpegSize.of(jpeg.get());
          subject.require(size.length == 2, "its preview is no JPEG");
          subject.require(size[0] <= widestPreview, "its preview is " + size[0] + " wide");
          subject.note(size[0] + " by " + size[1]);
        });
  }

  /** A stream that was closed after a picture; it gives no preview any more. */
  S closed(Subject<D> subject) throws Exception {
    S stream = subject.within(LIMIT, () -> opening.open(subject.device()));
    try (stream) {
      taking.take(stream, PICTURE);
    }
    subject.require(previews.apply(stream).isEmpty(), "gave a preview");
    return stream;
  }

  void once(Subject<D> subject) throws Exception {
    open(
        subject,
        stream -> subject.fault(LIMIT, () -> opening.open(subject.device()), FaultCode.BUSY));
  }

  void twice(Subject<D> subject) throws Exception {
    open(
        subject,
        stream -> {
          stream.close();
          stream.close();
        });
  }

  void again(Subject<D> subject) throws Exception {
    Footprint before = Footprint.now();
    for (int i = 0; i < TIMES; i++) {
      open(subject, stream -> taking.take(stream, PICTURE));
    }
    Footprint after = Footprint.now();
    subject.require(!after.outgrown(before, 3), "held " + before + " and then " + after);
  }
}
