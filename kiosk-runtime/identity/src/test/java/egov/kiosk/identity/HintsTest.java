package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.citizen.FaceHint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {
  private final List<FaceHint> told = new ArrayList<>();
  private long now;
  private final Hints hints = new Hints(told::add, () -> now);

  private void tellAt(long millis, FaceHint hint) {
    now = millis * 1_000_000;
    hints.tell(hint);
  }

  @Test
  void changesFasterThanAPersonCanFollow_areDropped() {
    tellAt(0, FaceHint.LOOK);
    tellAt(100, FaceHint.CLOSER);
    tellAt(200, FaceHint.BACK);
    tellAt(300, FaceHint.NONE);

    assertEquals(List.of(FaceHint.LOOK, FaceHint.NONE), told);
  }

  @Test
  void sameHintAgain_isToldOnce() {
    tellAt(0, FaceHint.DARK);
    tellAt(1000, FaceHint.DARK);

    assertEquals(List.of(FaceHint.DARK), told);
  }
}
