package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.quality.QualityGate;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** The people of a bench, from a folder of pictures of faces; read, never copied. */
public final class Cast {
  private Cast() {}

  /** Whom signs are set on, and whom they are judged by. */
  public enum Half {
    TUNING,
    UNTOUCHED,
    BOTH
  }

  /**
   * One picture each of so many people, whoever their names say they are; only pictures that the
   * product itself would take, as it would ask the others to look at the lens.
   */
  static List<Subject> of(Lab lab, Path folder, int people, Half half) throws Exception {
    return of(lab, folder, people, half, "[_-]?\\d*\\.\\w+$");
  }

  /** The same with one of every picture, as if each showed somebody else. */
  static List<Subject> ofPictures(Lab lab, Path folder, int people) throws Exception {
    return of(lab, folder, people, Half.BOTH, "\\.\\w+$");
  }

  /**
   * @param notName what of a file's name does not name a person
   */
  private static List<Subject> of(Lab lab, Path folder, int people, Half half, String notName)
      throws Exception {
    FaceEngine engine = new FaceEngine(lab.pack());
    List<Subject> cast = new ArrayList<>();
    String before = "";
    int count = 0;
    for (Path file : pictures(folder)) {
      String person = file.getFileName().toString().replaceAll(notName, "");
      if (cast.size() >= people || person.equals(before)) {
        continue;
      }
      before = person;
      if (half == Half.BOTH || half.ordinal() == count++ % 2) {
        Mat photo = Imgcodecs.imread(file.toString());
        Optional<Subject> subject = photo.empty() ? Optional.empty() : Subject.of(photo, engine);
        subject.filter(found -> taken(found, engine)).ifPresent(cast::add);
        photo.release();
      }
    }
    return cast;
  }

  private static boolean taken(Subject subject, FaceEngine engine) {
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
