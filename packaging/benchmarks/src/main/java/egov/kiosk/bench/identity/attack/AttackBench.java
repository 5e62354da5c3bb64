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
  public static List<String> run(Lab lab, Path faces, int people, List<String> only)
      throws Exception {
    List<Subject> cast = Cast.of(lab, faces, people);
    List<String> lines = new ArrayList<>();
    for (FaceDemand demand : List.of(FaceDemand.LIVENESS, FaceDemand.CHALLENGE)) {
      for (Species species : Species.values()) {
        if (only.isEmpty() || only.contains(species.name())) {
          String line = present(lab, cast, species, demand);
          System.err.println("  " + line);
          lines.add(line);
        }
      }
    }
    lines.add(
        "These attacks are simulated: they show neither real paper, screens, masks or optics nor"
            + " what the next attacker thinks of. No certification follows from them.");
    return lines;
  }

  private static String present(Lab lab, List<Subject> cast, Species species, FaceDemand demand)
      throws Exception {
    int living = 0;
    int refused = 0;
    int unanswered = 0;
    for (int i = 0; i < cast.size(); i++) {
      Subject subject = cast.get(i);
      Subject other = cast.get((i + 1) % cast.size());
      Presenter presenter =
          new Presenter(species, subject, other.picture(), FRAME, new Random(i * 31L + 7));
      try (OpenCvFaceVerifier verifier = lab.verifier(presenter::nanos)) {
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
        "%s %s %s %.1f%% of %d, without an answer %d",
        species.attack() ? "apcer" : "bpcer",
        species.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        demand.name().toLowerCase(Locale.ROOT),
        100.0 * (species.attack() ? living : refused) / answered,
        living + refused,
        unanswered);
  }
}
