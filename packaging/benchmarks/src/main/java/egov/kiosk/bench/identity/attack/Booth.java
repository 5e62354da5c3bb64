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
  private final Duration frame;
  private final OpenCvFaceVerifier verifier;

  Booth(Lab lab, Duration frame, boolean infrared) throws Exception {
    this.frame = frame;
    this.verifier =
        lab.verifier(
            clock,
            () -> infrared ? Optional.of(new InfraredStand(clock.presenter)) : Optional.empty());
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
  void present(
      Species species, Subject subject, Subject other, FaceDemand demand, long seed, Tally tally)
      throws Exception {
    try (Presenter presenter =
        new Presenter(species, subject, other.picture(), frame, new Random(seed * SPREAD))) {
      clock.presenter = presenter;
      FaceMatch match =
          verifier.compare(Lab.portrait(subject.card()), presenter, demand, LIMIT, presenter);
      tally.add(match.liveness());
    } catch (FaceUnavailableException noAnswer) {
      tally.addUnanswered();
    }
  }

  @Override
  public void close() {
    verifier.close();
  }
}
