package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.identity.OpenCvFaceVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Presents every species with every person of a folder to the whole verification, card portrait
 * included, and counts. APCER is the share of attack presentations that passed as living among
 * those that were answered, BPCER that of living ones that did not; who got no answer (no face, or
 * not like the card) is told apart.
 */
public final class AttackBench {
  private static final Duration FRAME = Duration.ofMillis(66);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private AttackBench() {}

  /**
   * Runs it.
   *
   * @param only names of species; empty for all
   */
  public static List<String> run(
      Lab lab, Path faces, int people, Cast.Half half, List<FaceDemand> demands, List<String> only)
      throws Exception {
    List<Subject> cast = Cast.of(lab, faces, people, half);
    List<String> lines = new ArrayList<>();
    Clock clock = new Clock();
    try (OpenCvFaceVerifier verifier = lab.verifier(clock)) {
      for (FaceDemand demand : demands) {
        for (Species species : Species.values()) {
          if (only.isEmpty() || only.contains(species.name())) {
            String line = present(verifier, clock, cast, species, demand);
            System.err.println("  " + line);
            lines.add(line);
          }
        }
      }
    }
    lines.add(
        "These attacks are simulated: they show neither real paper, screens, masks or optics nor"
            + " what the next attacker thinks of. No certification follows from them.");
    return lines;
  }

  /** The clock of whoever stands there just now. */
  private static final class Clock implements LongSupplier {
    private Presenter presenter;

    @Override
    public long getAsLong() {
      return presenter == null ? 0 : presenter.nanos();
    }
  }

  private static String present(
      OpenCvFaceVerifier verifier,
      Clock clock,
      List<Subject> cast,
      Species species,
      FaceDemand demand)
      throws Exception {
    int living = 0;
    int refused = 0;
    int unanswered = 0;
    for (int i = 0; i < cast.size(); i++) {
      Subject subject = cast.get(i);
      Subject other = cast.get((i + 1) % cast.size());
      Presenter presenter =
          new Presenter(species, subject, other.picture(), FRAME, new Random(i * 31L + 7));
      clock.presenter = presenter;
      try {
        FaceMatch match =
            verifier.compare(Lab.portrait(subject.card()), presenter, demand, LIMIT, presenter);
        living += match.liveness() == Liveness.PASSED ? 1 : 0;
        refused += match.liveness() == Liveness.FAILED ? 1 : 0;
        unanswered += match.liveness() == Liveness.NOT_CHECKED ? 1 : 0;
      } catch (FaceUnavailableException noAnswer) {
        unanswered++;
      }
    }
    int answered = Math.max(1, living + refused);
    return String.format(
        Locale.ROOT,
        "%s %s %s %.1f%% of %d (95%% sure: at most %.1f%%), without an answer %d",
        species.attack() ? "apcer" : "bpcer",
        species.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        demand.name().toLowerCase(Locale.ROOT),
        100.0 * (species.attack() ? living : refused) / answered,
        living + refused,
        100 * Confidence.atMost(species.attack() ? living : refused, answered),
        unanswered);
  }
}
