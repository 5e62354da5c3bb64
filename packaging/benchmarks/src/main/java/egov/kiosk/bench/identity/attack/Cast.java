package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.quality.QualityGate;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * The people of a bench, one after the other, from a folder of pictures of faces; read, never
 * copied. One thread.
 */
public final class Cast {
  /** What of a file's name does not name a person. */
  private static final String NUMBER = "[_-]?\\d*\\.\\w+$";

  private final FaceEngine engine;

  /** The pictures of each person that were not looked at yet. */
  private final Deque<Deque<Path>> waiting = new ArrayDeque<>();

  /** Whom signs are set on, and whom they are judged by. */
  public enum Half {
    TUNING,
    UNTOUCHED,
    BOTH
  }

  /**
   * Somebody.
   *
   * @param name of the picture
   */
  record Found(String name, Subject subject) {}

  private Cast(Lab lab, Path folder, Half half, String notName) throws Exception {
    this.engine = new FaceEngine(lab.pack());
    Map<String, Deque<Path>> people = new TreeMap<>();
    for (Path file : pictures(folder)) {
      String person = file.getFileName().toString().replaceAll(notName, "");
      people.computeIfAbsent(person, name -> new ArrayDeque<>()).add(file);
    }
    int count = 0;
    for (Deque<Path> person : people.values()) {
      if (half == Half.BOTH || half.ordinal() == count++ % 2) {
        waiting.add(person);
      }
    }
  }

  /**
   * The people of a half, whoever their pictures' names say they are: one picture of each, then
   * another of each of whom there are more.
   */
  static Cast of(Lab lab, Path folder, Half half) throws Exception {
    return new Cast(lab, folder, half, NUMBER);
  }

  /** Every picture up to so many, as if each showed somebody else. */
  static List<Subject> ofPictures(Lab lab, Path folder, int people) throws Exception {
    Cast cast = new Cast(lab, folder, Half.BOTH, "\\.\\w+$");
    List<Subject> subjects = new ArrayList<>();
    Optional<Found> next = cast.next();
    while (next.isPresent() && subjects.size() < people) {
      subjects.add(next.get().subject());
      next = cast.next();
    }
    return subjects;
  }

  /**
   * The next picture: the next of somebody that the product itself would take, as it would ask the
   * others to look at the lens.
   */
  Optional<Found> next() {
    while (!waiting.isEmpty()) {
      Deque<Path> person = waiting.poll();
      Optional<Found> found = first(person);
      if (!person.isEmpty()) {
        waiting.add(person);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> first(Deque<Path> pictures) {
    while (!pictures.isEmpty()) {
      Path file = pictures.poll();
      Mat photo = Imgcodecs.imread(file.toString());
      Optional<Subject> subject = photo.empty() ? Optional.empty() : Subject.of(photo, engine);
      photo.release();
      if (subject.isPresent() && taken(subject.get())) {
        return Optional.of(new Found(file.getFileName().toString(), subject.get()));
      }
    }
    return Optional.empty();
  }

  private boolean taken(Subject subject) {
    try (Scratch scratch = new Scratch()) {
      Mat straight = engine.straighten(subject.picture(), subject.shape().points(), scratch);
      return QualityGate.pose(subject.shape()) == FaceHint.NONE
          && QualityGate.judge(subject.shape(), straight).hint() == FaceHint.NONE;
    }
  }

  private static List<Path> pictures(Path folder) throws IOException {
    Path images = Files.isDirectory(folder.resolve("images")) ? folder.resolve("images") : folder;
    try (var files = Files.list(images)) {
      return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
    }
  }
}
