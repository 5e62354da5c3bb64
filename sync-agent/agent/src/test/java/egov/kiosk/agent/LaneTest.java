package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.ScriptedUplink.Sending;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Urgent messages first, and no lane ever starves. */
class LaneTest {
  private static void queue(Stage stage, Lane lane, int messages) {
    for (int i = 0; i < messages; i++) {
      stage.outbox.append(Messages.labelled(lane, Optional.empty()));
    }
  }

  private static List<Lane> underWay(Stage stage) {
    return stage.uplink.out.stream().map(s -> s.envelope().label().lane()).toList();
  }

  @Test
  void backlogInEveryLane_urgentFillsTheWindow_othersKeepOnePlace() {
    Stage stage = new Stage(6);
    for (Lane lane : List.of(Lane.BULK, Lane.NORMAL, Lane.URGENT)) {
      queue(stage, lane, 20);
    }
    stage.connect();
    assertEquals(
        List.of(Lane.URGENT, Lane.NORMAL, Lane.BULK, Lane.URGENT, Lane.URGENT, Lane.URGENT),
        underWay(stage));
  }

  @Test
  void windowFullOfUnanswered_urgentArrives_goesAtOnce() {
    Stage stage = new Stage(3);
    queue(stage, Lane.NORMAL, 20);
    stage.connect();
    queue(stage, Lane.URGENT, 5);
    stage.step();
    assertEquals(List.of(Lane.NORMAL, Lane.NORMAL, Lane.NORMAL, Lane.URGENT), underWay(stage));
  }

  @Test
  void urgentFreed_urgentTakesThePlacesOfNormal() {
    Stage stage = new Stage(3);
    queue(stage, Lane.NORMAL, 20);
    stage.connect();
    queue(stage, Lane.URGENT, 5);
    stage.step();
    stage.receipt(Messages.receipt(stage.uplink.acknowledge().envelope()));
    stage.receipt(Messages.receipt(stage.uplink.acknowledge().envelope()));
    assertEquals(List.of(Lane.NORMAL, Lane.URGENT, Lane.URGENT), underWay(stage));
  }

  @Property(tries = 40)
  void endlessUrgentBusiness_anyWindow_everyLaneMovesOn(
      @ForAll @IntRange(min = 1, max = 12) int window,
      @ForAll @IntRange(min = 1, max = 12) int uplinkWindow) {
    Stage stage = new Stage(window);
    stage.uplink.window = uplinkWindow;
    queue(stage, Lane.BULK, 200);
    queue(stage, Lane.NORMAL, 200);
    stage.connect();
    List<Lane> answered = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      queue(stage, Lane.URGENT, 2);
      SignedEnvelope next = stage.uplink.acknowledge().envelope();
      answered.add(next.label().lane());
      stage.receipt(Messages.receipt(next));
    }
    for (Lane lane : Lane.values()) {
      long share = answered.stream().filter(l -> l == lane).count();
      assertTrue(share >= 200 / (window + 4), lane + " had " + share + " of 200");
    }
  }

  @Test
  void laneThePlatformNeverAnswers_othersDrain() {
    Stage stage = new Stage(4);
    queue(stage, Lane.URGENT, 50);
    queue(stage, Lane.NORMAL, 50);
    stage.connect();
    for (int i = 0; i < 200; i++) {
      while (!stage.uplink.out.isEmpty()) {
        Sending sending = stage.uplink.acknowledge();
        if (sending.envelope().label().lane() == Lane.NORMAL) {
          stage.receipt(Messages.receipt(sending.envelope()));
        }
      }
      stage.pass(Duration.ofSeconds(10));
    }
    assertEquals(50, stage.outbox.counts().delivered());
  }

  @Test
  void lastSlots_parkedMessageOfAKey_onlyItsKeyWaits() {
    Stage stage = new Stage(2);
    stage.uplink.maxMessageBytes = 900;
    stage.outbox.append(Messages.labelled(Lane.NORMAL, Messages.key(1)));
    stage.connect();
    stage.uplink.maxMessageBytes = 2000;
    stage.outbox.append(Messages.labelled(Lane.NORMAL, Messages.key(1)));
    stage.outbox.append(Messages.labelled(Lane.NORMAL, Messages.key(2)));
    stage.step();
    assertEquals(List.of(3L), stage.uplink.history());
    stage.deliverAll();
    stage.pass(Stage.PARK);
    stage.deliverAll();
    assertEquals(List.of(3L, 1L, 2L), stage.uplink.history());
  }
}
