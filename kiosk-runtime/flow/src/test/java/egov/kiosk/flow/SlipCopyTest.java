package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlipCopyTest {
  @TempDir Path state;
  private Hall hall;
  private final List<String> kept = new ArrayList<>();
  private boolean broken;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.slips = Optional.of(new Keeper());
  }

  private final class Keeper implements SlipKeeper {
    @Override
    public void keep(TransactionId transaction, Slip slip, Instant at) throws DocumentException {
      if (broken) {
        throw new DocumentException(DocumentException.Fault.SEAL_UNAVAILABLE, "test");
      }
      kept.add(transaction.value() + " " + slip.lines());
    }
  }

  @Test
  void citizenLeaves_slipIsKeptOnceWithTheNumberShownLast() throws Exception {
    hall.walkTo(SessionState.ACCEPTED);
    String id = hall.view().accepted().transactionId();
    assertEquals(List.of(), kept);
    hall.desk.settled(hall.receipt(id));
    hall.act(new Action.Continue());
    assertEquals(List.of(), kept, "the citizen may come back to the number");
    hall.act(new Action.Rate(5));
    assertEquals(Page.TAKE_CARD, hall.page());
    assertEquals(1, kept.size());
    assertTrue(kept.get(0).startsWith(id + " "), kept.get(0));
    assertTrue(kept.get(0).contains("3501 0260 0012"), kept.get(0));
    assertFalse(kept.get(0).contains(Samples.NAME) || kept.get(0).contains(Samples.NUMBER));
  }

  @Test
  void citizenForgotten_slipIsKeptWithTheProvisionalNumber() throws Exception {
    hall.walkTo(SessionState.ACCEPTED);
    hall.wait(600);
    assertEquals(1, kept.size());
    assertTrue(kept.get(0).contains("临时号"), kept.get(0));
  }

  @Test
  void nothingAccepted_nothingIsKept() throws Exception {
    hall.walkTo(SessionState.CONFIRM);
    hall.act(new Action.End());
    assertEquals(Page.TAKE_CARD, hall.page());
    assertEquals(List.of(), kept);
  }

  @Test
  void noSeal_touchesNothingElse() throws Exception {
    broken = true;
    hall.walkTo(SessionState.TAKE_CARD);
    assertEquals(1, hall.queue.transactions());
    assertEquals(List.of(), kept);
  }
}
