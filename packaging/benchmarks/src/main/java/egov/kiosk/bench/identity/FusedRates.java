package egov.kiosk.bench.identity;

import egov.kiosk.facepacks.calibration.Half;
import egov.kiosk.facepacks.calibration.Pairs;
import egov.kiosk.identity.FaceProbe;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.PortraitKind;
import egov.kiosk.identity.vision.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What several pictures of one person, taken together as a look takes its frames together, do to
 * the rates at the policy's threshold: a card's portrait against one picture, against the mean of
 * three, of six, and against three and then six when three do not reach it.
 */
final class FusedRates {
  private static final int FEW = 3;
  private static final int MANY = 6;

  private final FaceProbe probe;
  private final double threshold;
  private final Map<String, List<Embedding>> cards = new TreeMap<>();
  private final Map<String, List<List<Embedding>>> looks = new TreeMap<>();

  private FusedRates(Lab lab) throws Exception {
    this.probe = new FaceProbe(lab.pack());
    this.threshold = lab.pack().manifest().thresholds(PortraitKind.CARD, FacePolicy.USUAL).pass();
  }

  static List<String> run(Lab lab, Path folder) throws Exception {
    FusedRates rates = new FusedRates(lab);
    rates.read(folder.resolve("images"));
    List<String> lines = new ArrayList<>();
    for (Half half : Half.values()) {
      lines.add(rates.line(half));
    }
    return lines;
  }

  /** Of whom there are pictures enough, the first is the card's; of everybody else, too. */
  private void read(Path images) throws IOException {
    Map<String, List<Path>> people = new TreeMap<>();
    try (var files = Files.list(images)) {
      for (Path file : files.sorted().toList()) {
        String person = Pairs.person(file.getFileName().toString());
        people.computeIfAbsent(person, name -> new ArrayList<>()).add(file);
      }
    }
    for (var person : people.entrySet()) {
      List<Path> files = person.getValue();
      probe
          .card(Files.readAllBytes(files.get(0)))
          .ifPresent(card -> cards.put(person.getKey(), List.of(card)));
      List<Embedding> photos = new ArrayList<>();
      for (Path file : files.subList(1, files.size())) {
        if (files.size() > FEW) {
          probe.photo(Files.readAllBytes(file)).ifPresent(photos::add);
        }
      }
      looks.put(person.getKey(), looks(photos));
    }
  }

  private static List<List<Embedding>> looks(List<Embedding> photos) {
    List<List<Embedding>> looks = new ArrayList<>();
    for (int i = 0; i + FEW <= photos.size(); i += FEW) {
      looks.add(photos.subList(i, Math.min(photos.size(), i + MANY)));
    }
    return looks;
  }

  private String line(Half half) {
    int[] same = new int[5];
    int[] different = new int[5];
    for (var look : looks.entrySet()) {
      for (List<Embedding> frames : look.getValue()) {
        for (var card : cards.entrySet()) {
          if (Half.of(look.getKey()) == half && Half.of(card.getKey()) == half) {
            boolean one = look.getKey().equals(card.getKey());
            count(card.getValue().get(0), frames, one ? same : different);
          }
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "fused %s at the policy's threshold: one picture tar %.1f%% far %.1e, three %.1f%% %.1e,"
            + " six %.1f%% %.1e, three or six %.1f%% %.1e; looks of one person %d, of two %d",
        half,
        percent(same, 0),
        rate(different, 0),
        percent(same, 1),
        rate(different, 1),
        percent(same, 2),
        rate(different, 2),
        percent(same, 3),
        rate(different, 3),
        same[4],
        different[4]);
  }

  private void count(Embedding card, List<Embedding> frames, int[] counts) {
    boolean few = reaches(card, frames.subList(0, FEW));
    boolean many = reaches(card, frames);
    counts[0] += frames.get(0).cosine(card) >= threshold ? 1 : 0;
    counts[1] += few ? 1 : 0;
    counts[2] += many ? 1 : 0;
    counts[3] += few || many ? 1 : 0;
    counts[4]++;
  }

  private boolean reaches(Embedding card, List<Embedding> frames) {
    try (Embedding person = Embedding.mean(frames, Collections.nCopies(frames.size(), 1.0))) {
      return person.cosine(card) >= threshold;
    }
  }

  private static double percent(int[] counts, int index) {
    return 100 * rate(counts, index);
  }

  private static double rate(int[] counts, int index) {
    return (double) counts[index] / Math.max(1, counts[4]);
  }
}
