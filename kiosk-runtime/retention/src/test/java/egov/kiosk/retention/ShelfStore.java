package egov.kiosk.retention;

import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A store that holds nothing but when things were put there. */
final class ShelfStore implements RetainedStore {
  final List<Instant> things = new ArrayList<>();
  Runnable afterSlice = () -> {};
  boolean failing;
  private final Holding holding;

  ShelfStore(Holding holding, Collection<Instant> things) {
    this.holding = holding;
    this.things.addAll(things);
    this.things.sort(null);
  }

  @Override
  public Holding holding() {
    return holding;
  }

  @Override
  public Due due(Instant before) throws IOException {
    if (failing) {
      throw new IOException("the disk fails");
    }
    Due due = Due.NOTHING;
    for (Instant at : things) {
      due = due.and(at.isBefore(before) ? Due.one(at) : Due.NOTHING);
    }
    return due;
  }

  @Override
  public Due destroy(Instant before, int limit) throws IOException {
    Due gone = Due.NOTHING;
    List<Instant> left = new ArrayList<>();
    for (Instant at : things) {
      if (at.isBefore(before) && gone.count() < limit) {
        gone = gone.and(Due.one(at));
      } else {
        left.add(at);
      }
    }
    things.clear();
    things.addAll(left);
    afterSlice.run();
    return gone;
  }
}
