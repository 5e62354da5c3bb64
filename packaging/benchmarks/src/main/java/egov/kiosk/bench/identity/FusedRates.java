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
  private static final double[] USUAL = {FacePolicy.USUAL.far()};
  private static final double[] POINTS = {1e-4, 1e-3, 1e-2};

  private final FaceProbe probe;
  private final double threshold;
  private final Map<String, List<Embedding>> cards = new TreeMap<>();
  private final Map<String, List<List<Embedding>>> looks = new TreeMap<>();

  private FusedRates(Lab lab) throws Exception {
    this.probe = new FaceProbe(lab.pack());
    this.threshold = lab.pack().manifest().thresholds(PortraitKind.CARD, FacePolicy.USUAL).pass();
  }

  /**
   * At the policy's threshold, and at those that the tuning half gives: looks for each operating
   * point, the others for the policy's rate alone.
   */
  static List<String> run(Lab lab, Path folder) throws Exception {
    FusedRates rates = new FusedRates(lab);
    rates.read(folder.resolve("images"));
    FusedScores tuning = rates.scores(Half.TUNING);
    FusedScores untouched = rates.scores(Half.UNTOUCHED);
    List<String> lines = new ArrayList<>();
    for (FusedScores.Form form : FusedScores.Form.values()) {
      List<Double> thresholds = new ArrayList<>(List.of(rates.threshold));
      for (double far : form == FusedScores.Form.LOOK ? POINTS : USUAL) {
        thresholds.add(tuning.threshold(form, far));
      }
      for (double threshold : thresholds) {
        lines.add(tuning.line(form, Half.TUNING.name(), threshold));
        lines.add(untouched.line(form, Half.UNTOUCHED.name(), threshold));
      }
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

  /** Every picture begins a look: more of them than without overlap, and less independent. */
  private static List<List<Embedding>> looks(List<Embedding> photos) {
    List<List<Embedding>> looks = new ArrayList<>();
    for (int i = 0; i + FEW <= photos.size(); i++) {
      looks.add(photos.subList(i, Math.min(photos.size(), i + MANY)));
    }
    return looks;
  }

  private FusedScores scores(Half half) {
    FusedScores scores = new FusedScores();
    for (var look : looks.entrySet()) {
      for (List<Embedding> frames : look.getValue()) {
        for (var card : cards.entrySet()) {
          if (Half.of(look.getKey()) == half && Half.of(card.getKey()) == half) {
            boolean one = look.getKey().equals(card.getKey());
            add(scores, one, card.getValue().get(0), frames);
          }
        }
      }
    }
    return scores;
  }

  private static void add(FusedScores scores, boolean one, Embedding card, List<Embedding> frames) {
    double few = likeness(card, frames.subList(0, FEW));
    double many = likeness(card, frames);
    scores.add(FusedScores.Form.ONE, one, frames.get(0).cosine(card));
    scores.add(FusedScores.Form.THREE, one, few);
    scores.add(FusedScores.Form.SIX, one, many);
    // Three that reach a threshold end a look; six decide about the rest.
    scores.add(FusedScores.Form.LOOK, one, Math.max(few, many));
  }

  private static double likeness(Embedding card, List<Embedding> frames) {
    try (Embedding person = Embedding.mean(frames, Collections.nCopies(frames.size(), 1.0))) {
      return person.cosine(card);
    }
  }
}
