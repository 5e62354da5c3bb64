package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.identity.OpenCvFaceVerifier;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/** A verifier, and whoever stands before it just now, whose clock is its clock. One thread. */
final class Booth implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Seeds in a row begin with the same choices; those far apart do not. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final Clock clock = new Clock();
  private final Workshop workshop = new Workshop();
  private final AttackPlan plan;
  private final OpenCvFaceVerifier verifier;

  Booth(Lab lab, AttackPlan plan) throws Exception {
    this.plan = plan;
    this.verifier =
        lab.verifier(
            clock,
            () ->
                plan.infrared()
                    ? Optional.of(new InfraredStand(clock.presenter))
                    : Optional.empty());
  }

  private static final class Clock implements LongSupplier {
    private volatile Presenter presenter;

    @Override
    public long getAsLong() {
      Presenter now = presenter;
      return now == null ? 0 : now.nanos();
    }
  }

  /** Presents one to the whole verification, card portrait included, and counts it. */
  void present(Species species, Person person, FaceDemand demand, Tally tally) throws Exception {
    Random random = new Random((person.number() * 31L + 7) * SPREAD);
    Pace pace = plan.realTime() ? Pace.real() : Pace.virtual();
    try (Presenter presenter =
        new Presenter(
            workshop,
            species,
            person.subject(),
            person.hall(),
            plan.frame(),
            plan.raster(),
            pace,
            random)) {
      clock.presenter = presenter;
      FaceMatch match = verifier.compare(person.card(), presenter, demand, LIMIT, presenter);
      if (tally.add(species, match.liveness())) {
        System.err.println(
            "  wrong "
                + species
                + " "
                + person.number()
                + " "
                + person.name()
                + " after "
                + presenter.count()
                + " frames");
      }
    } catch (FaceUnavailableException noAnswer) {
      tally.addUnanswered();
      System.err.println("  " + noAnswer.reason() + " " + species + " " + person.name());
    }
  }

  @Override
  public void close() {
    verifier.close();
    workshop.close();
  }
}
