package egov.kiosk.conformance;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a camera must do. */
final class CameraChecks {
  private static final Duration PICTURE = StreamChecks.PICTURE;
  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final int PICTURES = 15;
  private static final int LEAST_WIDTH = 640;
  private static final int LEAST_HEIGHT = 480;
  private static final int WIDEST_PREVIEW = 640;

  private final StreamChecks<Camera, Camera.Stream> streams =
      new StreamChecks<>(
          Camera::open,
          (stream, limit) -> take(stream, limit).close(),
          Camera.Stream::preview,
          WIDEST_PREVIEW);

  private CameraChecks() {}

  static Exam<Camera> exam() {
    CameraChecks checks = new CameraChecks();
    CommonChecks<Camera> common =
        new CommonChecks<>("C", checks.streams::glimpse, checks.streams::watch);
    List<Check<Camera>> all = new ArrayList<>();
    all.add(new Check<>("C00", "has nobody in view at the beginning", checks::alone));
    all.addAll(common.first());
    all.addAll(checks.pictures());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private static Frame take(Camera.Stream stream, Duration limit) throws DeviceException {
    return stream
        .next(limit)
        .orElseThrow(
            () -> new DeviceException(FaultCode.CAMERA_LOST, "camera", "no picture came in time"));
  }

  private void alone(Subject<Camera> subject) throws Exception {
    subject.make(Gesture.LEAVE_VIEW);
  }

  private List<Check<Camera>> pictures() {
    return List.of(
        new Check<>("C20", "gives a picture within 3 s of being switched on", streams::first),
        new Check<>("C21", "gives at least 640 by 480 pixels", this::large),
        new Check<>("C22", "gives newer and newer pictures", this::newer),
        new Check<>("C23", "gives at least ten pictures a second", this::quick),
        new Check<>("C24", "gives pictures that differ, as a living sensor's do", this::alive),
        new Check<>("C25", "gives no black picture", this::lit),
        new Check<>("C26", "gives a JPEG preview of at most 640 pixels", streams::preview),
        new Check<>("C27", "overwrites a picture that is given back", this::wiped),
        new Check<>("C28", "gives nothing after it was switched off", this::dark),
        new Check<>("C29", "is switched on by one caller only", streams::once),
        new Check<>("C30", "can be switched off twice", streams::twice),
        new Check<>("C31", "can be switched on and off again and again", streams::again),
        new Check<>("C32", "shows a person who steps into view", this::person));
  }

  private void large(Subject<Camera> subject) throws Exception {
    streams.open(
        subject,
        stream -> {
          try (Frame frame = take(stream, PICTURE)) {
            subject.require(
                frame.width() >= LEAST_WIDTH && frame.height() >= LEAST_HEIGHT, "is smaller");
            subject.note(frame.width() + " by " + frame.height());
          }
        });
  }

  private void newer(Subject<Camera> subject) throws Exception {
    streams.open(
        subject,
        stream -> {
          Instant before = Instant.MIN;
          for (int i = 0; i < PICTURES; i++) {
            try (Frame frame = take(stream, PICTURE)) {
              subject.require(frame.takenAt().isAfter(before), "gave one that is not newer");
              before = frame.takenAt();
            }
          }
        });
  }

  private void quick(Subject<Camera> subject) throws Exception {
    streams.open(
        subject,
        stream -> {
          take(stream, PICTURE).close();
          long start = System.nanoTime();
          for (int i = 0; i < PICTURES; i++) {
            take(stream, PICTURE).close();
          }
          double rate = PICTURES / ((System.nanoTime() - start) / 1e9);
          subject.require(rate >= 10, "gives %.1f a second".formatted(rate));
          subject.note("%.1f a second".formatted(rate));
        });
  }

  /** A frozen or looped stream repeats itself to the bit; a sensor never does. */
  private void alive(Subject<Camera> subject) throws Exception {
    streams.open(
        subject,
        stream -> {
          List<Integer> seen = new ArrayList<>();
          for (int i = 0; i < PICTURES; i++) {
            try (Frame frame = take(stream, PICTURE)) {
              seen.add(Arrays.hashCode(frame.bgr()));
            }
          }
          long different = seen.stream().distinct().count();
          subject.require(different > PICTURES / 2, "gave " + different + " of " + PICTURES);
        });
  }

  private void lit(Subject<Camera> subject) throws Exception {
    streams.open(
        subject,
        stream -> {
          try (Frame frame = take(stream, PICTURE)) {
            long sum = 0;
            for (byte value : frame.bgr()) {
              sum += value & 0xFF;
            }
            long mean = sum / frame.bgr().length;
            subject.require(mean >= 16, "its pictures are as dark as " + mean + " of 255");
            subject.note("mean " + mean + " of 255");
          }
        });
  }

  private void wiped(Subject<Camera> subject) throws Exception {
    streams.open(
        subject,
        stream -> {
          Frame frame = take(stream, PICTURE);
          byte[] pixels = frame.bgr();
          frame.close();
          for (byte pixel : pixels) {
            subject.require(pixel == 0, "left pixels behind");
          }
        });
  }

  private void dark(Subject<Camera> subject) throws Exception {
    Camera.Stream closed = streams.closed(subject);
    subject.require(
        subject.within(LIMIT, () -> closed.next(Duration.ofMillis(200))).isEmpty(),
        "gave a picture");
  }

  private void person(Subject<Camera> subject) throws Exception {
    subject.make(Gesture.LEAVE_VIEW);
    streams.open(
        subject,
        stream -> {
          byte[] empty;
          try (Frame frame = take(stream, PICTURE)) {
            empty = frame.bgr().clone();
          }
          subject.make(Gesture.SHOW_FACE);
          subject.eventually(SETTLE, () -> changed(stream, empty), "its pictures stay the same");
        });
    subject.make(Gesture.LEAVE_VIEW);
  }

  /** Whether a twentieth of the pixels is quite another. */
  private static boolean changed(Camera.Stream stream, byte[] before) {
    Optional<Frame> next = stream.next(PICTURE);
    if (next.isEmpty()) {
      return false;
    }
    try (Frame frame = next.get()) {
      byte[] now = frame.bgr();
      int other = 0;
      for (int i = 0; i < Math.min(now.length, before.length); i++) {
        if (Math.abs((now[i] & 0xFF) - (before[i] & 0xFF)) > 40) {
          other++;
        }
      }
      return other > before.length / 20;
    }
  }
}
