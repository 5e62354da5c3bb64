package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.FaceDemand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Presents every species with every person of a folder to the whole verification, card portrait
 * included, and counts. APCER is the share of attack presentations that passed as living among
 * those that were answered, BPCER that of living ones that did not; who got no answer (no face, or
 * not like the card) is told apart. Goes from portion to portion of the people, and tells after
 * each how it stands, so that a run that is ended early has told something of every species.
 */
public final class AttackBench {
  private static final int PORTION = 20;

  private final AttackPlan plan;
  private final List<Subject> cast;
  private final List<Species> species;
  private final BlockingQueue<Booth> booths = new LinkedBlockingQueue<>();

  private AttackBench(Lab lab, AttackPlan plan) throws Exception {
    this.plan = plan;
    this.cast = Cast.of(lab, plan.faces(), plan.people(), plan.half());
    this.species = Arrays.stream(Species.values()).filter(plan::wants).toList();
    for (int i = 0; i < plan.hands(); i++) {
      booths.add(new Booth(lab, plan.frame(), plan.infrared()));
    }
  }

  /** Runs it; answers one line a species and demand. */
  public static List<String> run(Lab lab, AttackPlan plan) throws Exception {
    List<String> lines = new ArrayList<>();
    AttackBench bench = new AttackBench(lab, plan);
    ExecutorService hands = Executors.newFixedThreadPool(plan.hands());
    try {
      for (FaceDemand demand : plan.demands()) {
        lines.addAll(bench.present(hands, demand));
      }
    } finally {
      hands.shutdownNow();
      bench.booths.forEach(Booth::close);
    }
    lines.add(
        "These attacks are simulated: they show neither real paper, screens, masks or optics nor"
            + " what the next attacker thinks of. No certification follows from them.");
    return lines;
  }

  private List<String> present(ExecutorService hands, FaceDemand demand) throws Exception {
    Map<Species, Tally> tallies = new EnumMap<>(Species.class);
    species.forEach(kind -> tallies.put(kind, new Tally()));
    List<String> lines = List.of();
    for (int from = 0; from < cast.size(); from += PORTION) {
      List<Future<?>> under = new ArrayList<>();
      for (int i = from; i < Math.min(cast.size(), from + PORTION); i++) {
        int person = i;
        for (Species kind : species) {
          under.add(hands.submit(() -> present(kind, person, demand, tallies.get(kind))));
        }
      }
      for (Future<?> one : under) {
        one.get();
      }
      lines = species.stream().map(kind -> tallies.get(kind).line(kind, demand)).toList();
      lines.forEach(line -> System.err.println("  " + line));
    }
    return lines;
  }

  private Void present(Species kind, int person, FaceDemand demand, Tally tally) throws Exception {
    Booth booth = booths.take();
    try {
      Subject other = cast.get((person + 1) % cast.size());
      booth.present(kind, cast.get(person), other, demand, person * 31L + 7, tally);
      return null;
    } finally {
      booths.add(booth);
    }
  }
}
