package egov.kiosk.facepacks.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.facepacks.store.SmallPack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.OperatingPoint;
import egov.kiosk.identity.pack.PackManifest;
import egov.kiosk.identity.pack.PortraitKind;
import egov.kiosk.identity.vision.Embedding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People drawn by a generator: their files say who they are, and a prober turns that to vectors.
 */
class CalibrationTest {
  private static final int PEOPLE = 240;

  @TempDir Path images;
  private final List<Pairs.Pair> pairs = new ArrayList<>();

  @BeforeEach
  void draw() throws IOException {
    for (int person = 0; person < PEOPLE; person++) {
      for (int number = 1; number <= 2; number++) {
        Files.writeString(images.resolve(image(person, number)), person + " " + number);
      }
      pairs.add(new Pairs.Pair(image(person, 1), image(person, 2), true));
    }
  }

  private static String image(int person, int number) {
    return "P%d_000%d.jpg".formatted(person, number);
  }

  /** A vector around the person's own; farther off when it went through a card. */
  private static Optional<Embedding> vector(byte[] file, double noise) {
    String[] words = new String(file, UTF_8).split(" ");
    if (words[0].equals("7")) {
      return Optional.empty();
    }
    Random person = new Random(Integer.parseInt(words[0]));
    Random picture = new Random(file.length + 31L * new String(file, UTF_8).hashCode());
    float[] values = new float[16];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (person.nextGaussian() + noise * picture.nextGaussian());
    }
    return Optional.of(new Embedding("lab-1", values));
  }

  private static final Prober PROBER =
      new Prober() {
        @Override
        public Optional<Embedding> photo(byte[] file) {
          return vector(file, 0.2);
        }

        @Override
        public Optional<Embedding> card(byte[] file) {
          return vector(file, 0.7);
        }
      };

  private Measurement measure() throws IOException {
    return new Calibration(new Pairs(pairs), images, PROBER).measure("lab-1");
  }

  @Test
  void halves_shareNobodyAndTogetherAreAll() throws Exception {
    Measurement found = measure();
    Trials tuning = found.trials(PortraitKind.PHOTO, Half.TUNING);
    Trials untouched = found.trials(PortraitKind.PHOTO, Half.UNTOUCHED);

    assertEquals(PEOPLE, tuning.same().length + untouched.same().length);
    assertEquals(1, tuning.faceless() + untouched.faceless());
    int people = tuning.same().length - tuning.faceless();
    assertEquals(people * (people - 1), tuning.different().length);
  }

  @Test
  void cards_areHarderThanPhotos() throws Exception {
    Measurement found = measure();
    Trials card = found.trials(PortraitKind.CARD, Half.UNTOUCHED);
    Trials photo = found.trials(PortraitKind.PHOTO, Half.UNTOUCHED);

    assertTrue(card.tar(card.threshold(1e-2)) < photo.tar(photo.threshold(1e-2)));
  }

  @Test
  void report_tellsBothHalvesAndWhatCouldNotBeMeasured() throws Exception {
    String report = MeasurementText.of(measure());

    assertTrue(report.contains("card, untouched half:"), report);
    assertTrue(report.contains("photo     1e-04  too few pairs for this rate"), report);
    assertTrue(report.contains("(1 without a face, counted as refused)"), report);
  }

  @Test
  void picture_showsFourCurves() throws Exception {
    byte[] png = RocPicture.png(measure());
    var image = ImageIO.read(new ByteArrayInputStream(png));
    long coloured = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y) & 0xFFFFFF;
        coloured += rgb == 0xB03A2E || rgb == 0x1F618D ? 1 : 0;
      }
    }
    assertTrue(coloured > 500, coloured + " coloured pixels");
  }

  @Test
  void points_makeAManifestThatServesThePolicyTheyWereMeasuredFor() throws Exception {
    List<OperatingPoint> points = measure().points("drawn people");
    Path pack = new SmallPack("1").folder(images.resolve("pack"));
    byte[] old = Files.readAllBytes(pack.resolve(PackManifest.FILE_NAME));

    PackManifest fresh = PackManifest.parse(PointsText.into(old, "1-site", points));

    assertEquals("faceplugin-1-site", fresh.name());
    assertEquals(points, fresh.points());
    fresh.thresholds(PortraitKind.CARD, new FacePolicy(1e-3, 1e-2));
    assertThrows(
        FacePackException.class,
        () -> fresh.thresholds(PortraitKind.CARD, FacePolicy.USUAL),
        "one in ten thousand was not measured");
    assertThrows(FacePackException.class, () -> PointsText.into(old, "no version/", points));
  }

  @Test
  void sameFilesTwice_sameFigures() throws Exception {
    assertEquals(MeasurementText.of(measure()), MeasurementText.of(measure()));
  }

  @Test
  void halfWithoutPeople_isSaid() {
    List<Pairs.Pair> one =
        pairs.stream()
            .filter(pair -> Half.of(Pairs.person(pair.left())) == Half.TUNING)
            .collect(Collectors.toList());

    assertEquals(
        "too few people: the untouched half is empty",
        assertThrows(
                IOException.class,
                () -> new Calibration(new Pairs(one), images, PROBER).measure("lab-1"))
            .getMessage());
  }

  @Test
  void missingImage_isNamed() throws IOException {
    Files.delete(images.resolve(image(3, 2)));

    assertEquals(
        "the image P3_0002.jpg cannot be read",
        assertThrows(IOException.class, this::measure).getMessage());
  }
}
