package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.FaceDemand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Presents every species with every person of a folder to the whole verification, card portrait
 * included, and counts. APCER is the share of attack presentations that passed as living among
 * those that were answered, BPCER that of living ones that did not; who got no answer (no face, or
 * not like the card) is told apart. Goes from person to person, each with every species, and tells
 * now and then how it stands, so that a run that is ended early has told as much of every species.
 */
public final class AttackBench implements AutoCloseable {
  private static final int PORTION = 10;

  private final Lab lab;
  private final AttackPlan plan;
  private final List<Species> species;
  private final BlockingQueue<Booth> booths = new LinkedBlockingQueue<>();
  private final ExecutorService hands;

  private AttackBench(Lab lab, AttackPlan plan) throws Exception {
    this.lab = lab;
    this.plan = plan;
    this.species = Arrays.stream(Species.values()).filter(plan::wants).toList();
    this.hands = Executors.newFixedThreadPool(plan.hands());
    for (int i = 0; i < plan.hands(); i++) {
      booths.add(new Booth(lab, plan));
    }
  }

  /** Runs it; answers one line a species and demand. */
  public static List<String> run(Lab lab, AttackPlan plan) throws Exception {
    List<String> lines = new ArrayList<>(List.of(plan.line()));
    try (AttackBench bench = new AttackBench(lab, plan)) {
      for (FaceDemand demand : plan.demands()) {
        lines.addAll(bench.present(demand));
      }
    }
    lines.add(
        "These attacks are simulated: they show neither real paper, screens, masks or optics nor"
            + " what the next attacker thinks of. No certification follows from them.");
    return lines;
  }

  private List<String> present(FaceDemand demand) throws Exception {
    Map<Species, Tally> tallies = new EnumMap<>(Species.class);
    species.forEach(kind -> tallies.put(kind, new Tally()));
    CompletionService<Void> done = new ExecutorCompletionService<>(hands);
    Line line = new Line(Cast.of(lab, plan.faces(), plan.half()), plan);
    int begun = 0;
    int ended = 0;
    Optional<Person> next = line.next();
    while (next.isPresent() || ended < begun) {
      if (next.isPresent() && begun - ended <= plan.hands()) {
        Person person = next.get();
        done.submit(() -> present(person, demand, tallies));
        begun++;
        next = line.next();
      } else {
        done.take().get();
        if (++ended % PORTION == 0) {
          System.err.println("after " + ended + " people:");
          lines(tallies, demand).forEach(told -> System.err.println("  " + told));
        }
      }
    }
    return lines(tallies, demand);
  }

  private List<String> lines(Map<Species, Tally> tallies, FaceDemand demand) {
    return species.stream().map(kind -> tallies.get(kind).line(kind, demand)).toList();
  }

  private Void present(Person person, FaceDemand demand, Map<Species, Tally> tallies)
      throws Exception {
    Booth booth = booths.take();
    try (person) {
      for (Species kind : species) {
        booth.present(kind, person, demand, tallies.get(kind));
      }
      return null;
    } finally {
      booths.add(booth);
    }
  }

  /** Those who wait, made ready one by one. */
  private static final class Line {
    private final Cast cast;
    private final AttackPlan plan;
    private int number;
    private Subject before;

    Line(Cast cast, AttackPlan plan) {
      this.cast = cast;
      this.plan = plan;
    }

    Optional<Person> next() throws IOException {
      while (number < plan.skip() + plan.people()) {
        Optional<Cast.Found> found = cast.next();
        if (found.isEmpty()) {
          return Optional.empty();
        }
        Subject last = before == null ? found.get().subject() : before;
        before = found.get().subject();
        if (++number > plan.skip()) {
          return Optional.of(Person.of(number, found.get(), last));
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
    booths.forEach(Booth::close);
  }
}
