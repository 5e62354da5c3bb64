package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.identity.vision.FaceEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** The people of a bench, from a folder of pictures of faces; read, never copied. */
final class Cast {
  private Cast() {}

  /** One picture each of so many people, whoever their names say they are. */
  static List<Subject> of(Lab lab, Path folder, int people) throws Exception {
    FaceEngine engine = new FaceEngine(lab.pack());
    List<Subject> cast = new ArrayList<>();
    String before = "";
    for (Path file : pictures(folder)) {
      String person = file.getFileName().toString().replaceAll("[_-]?\\d*\\.\\w+$", "");
      if (cast.size() < people && !person.equals(before)) {
        Mat photo = Imgcodecs.imread(file.toString());
        Optional<Subject> subject = photo.empty() ? Optional.empty() : Subject.of(photo, engine);
        subject.ifPresent(cast::add);
        before = subject.isPresent() ? person : before;
      }
    }
    return cast;
  }

  private static List<Path> pictures(Path folder) throws IOException {
    Path images = Files.isDirectory(folder.resolve("images")) ? folder.resolve("images") : folder;
    try (var files = Files.list(images)) {
      return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
    }
  }
}
