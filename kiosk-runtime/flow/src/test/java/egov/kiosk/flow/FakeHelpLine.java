package egov.kiosk.flow;

import egov.kiosk.domain.help.HelpCall;
import egov.kiosk.domain.help.HelpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A line that writes down what it took, and takes nothing while it is dead. */
final class FakeHelpLine implements HelpLine {
  final List<HelpCall> taken = new ArrayList<>();
  int asked;
  boolean dead;
  boolean broken;

  /** Set: nothing is answered before it is completed. */
  CompletableFuture<Boolean> later;

  @Override
  public CompletionStage<Boolean> tell(HelpCall call) {
    asked++;
    if (broken) {
      throw new IllegalStateException("broken");
    }
    if (later != null) {
      taken.add(call);
      return later;
    }
    if (!dead) {
      taken.add(call);
    }
    return CompletableFuture.completedFuture(!dead);
  }

  HelpCall last() {
    return taken.get(taken.size() - 1);
  }
}
