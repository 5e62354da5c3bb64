package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** THREATS A16: every action on every page; what the page does not offer changes nothing. */
class OutOfOrderTest {
  private static final Map<String, Action> ACTIONS = new LinkedHashMap<>();

  static {
    ACTIONS.put("consent", new Action.Consent(true, "data-1"));
    ACTIONS.put("card-retry", new Action.CardRetry());
    ACTIONS.put("face-consent", new Action.FaceConsent(true, "face-1"));
    ACTIONS.put("face-start", new Action.FaceStart());
    ACTIONS.put("other-way", new Action.OtherWay());
    ACTIONS.put("staff-check", new Action.StaffCheck("S-7", Hall.PIN));
    ACTIONS.put("form", new Action.Form(Map.of("phone", Samples.PHONE, "living", "ALONE"), false));
    ACTIONS.put("page-take", new Action.PageTake("register"));
    ACTIONS.put("page-keep", new Action.PageKeep());
    ACTIONS.put("page-drop", new Action.PageDrop());
    ACTIONS.put("page-remove", new Action.PageRemove("0123456789abcdef"));
    ACTIONS.put("bring-later", new Action.BringLater("register", true));
    ACTIONS.put("retrieval-consent", new Action.RetrievalConsent(true, "fetch-1"));
    ACTIONS.put("use-code", new Action.UseCode());
    ACTIONS.put("show-code", new Action.ShowCode(CodeKind.PROVINCIAL));
    ACTIONS.put("use-licence", new Action.UseLicence("register", true));
    ACTIONS.put("phone-open", new Action.PhoneOpen("register"));
    ACTIONS.put("supplement", new Action.Supplement());
    ACTIONS.put("reveal", new Action.Reveal());
    ACTIONS.put("sign", new Action.Sign(Papers.ink()));
    ACTIONS.put("assent", new Action.Assent());
    ACTIONS.put("print-copy", new Action.PrintCopy());
    ACTIONS.put("copy-seen", new Action.CopySeen(true));
    ACTIONS.put("change", new Action.Change("phone"));
    ACTIONS.put("back", new Action.Back());
    ACTIONS.put("submit", new Action.Submit());
    ACTIONS.put("print", new Action.Print());
    ACTIONS.put("continue", new Action.Continue());
    ACTIONS.put("rating", new Action.Rate(3));
    ACTIONS.put("rating-reason", new Action.RateReason(RatingReason.Code.DEVICE));
    ACTIONS.put("card-taken", new Action.CardTaken());
    ACTIONS.put("help", new Action.Help());
    ACTIONS.put("touch", new Action.Touch());
    ACTIONS.put("end", new Action.End());
  }

  private static final String OFFERED =
      """
      CONSENT: consent back end
      CONSENT_REFUSED: back end
      PLACE_CARD: back end
      CARD_PROBLEM: card-retry back end
      SHOW_CODE: show-code back end
      REDEEMING: back end
      CODE_PROBLEM: use-code card-retry back end
      GUARDIAN: other-way back end
      FACE_CONSENT: face-consent other-way back end
      CAMERA: face-start other-way back end
      LOOKING: other-way back end
      FACE_PROBLEM: face-start other-way back end
      ALTERNATIVE: staff-check back end
      STAFF_PROBLEM: other-way back end
      RETRIEVAL_CONSENT: retrieval-consent back end
      RETRIEVING: continue back end
      FORM: form reveal back end
      MATERIALS: page-take page-keep page-drop page-remove bring-later continue back end
      PHONE: back end
      CONFIRM: submit change back end
      SIGN: sign assent back end
      SUBMIT_PROBLEM: submit back end
      RESULT: submit print reveal continue end
      ACCEPTED: submit print continue end
      GUIDE: print continue back end
      RATING: rating back end
      RATING_REASON: rating-reason end
      TAKE_CARD: card-taken
      """;

  @TempDir Path state;

  static Stream<String> pages() {
    return OFFERED.strip().lines();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void action_doneWhereOfferedElseRefusedWithoutChange(String line) throws DeskException {
    SessionState at = SessionState.valueOf(line.substring(0, line.indexOf(':')));
    Set<String> offered =
        Stream.concat(
                Arrays.stream(line.substring(line.indexOf(':') + 2).split(" ")),
                Stream.of("help", "touch"))
            .collect(Collectors.toSet());
    for (Map.Entry<String, Action> action : ACTIONS.entrySet()) {
      Hall hall = new Hall(state);
      hall.walkTo(at);
      SessionView before = hall.view();
      long queued = hall.queue.queued.size();
      boolean done;
      try {
        hall.desk.act(hall.id, action.getValue());
        done = true;
      } catch (DeskException e) {
        assertEquals(DeskException.Reason.WRONG_STEP, e.reason());
        done = false;
        assertEquals(before, hall.view(), action.getKey() + " changed " + at);
        assertEquals(queued, hall.queue.queued.size());
      }
      assertEquals(offered.contains(action.getKey()), done, action.getKey() + " on " + at);
      hall.work();
    }
  }

  @Test
  void table_coversEveryStateAndEveryAction() {
    List<String> states = pages().map(line -> line.substring(0, line.indexOf(':'))).toList();
    for (SessionState each : SessionState.values()) {
      assertTrue(
          states.contains(each.name())
              || each == SessionState.SUBMITTING
              || each == SessionState.ENDED,
          each.name());
    }
    assertEquals(Action.class.getPermittedSubclasses().length, ACTIONS.size());
  }

  @Test
  void problemActions_areAllOffered() throws DeskException {
    for (String line : pages().toList()) {
      SessionState at = SessionState.valueOf(line.substring(0, line.indexOf(':')));
      Hall hall = new Hall(state);
      hall.walkTo(at);
      if (hall.view().problem() != null) {
        for (String action : hall.view().problem().actions()) {
          assertTrue((line + " help").contains(action), action + " promised on " + at);
        }
      }
    }
  }

  @Test
  void formBeforeVerification_neverReachesTheQueue() throws DeskException {
    Hall hall = new Hall(state);
    hall.walkTo(SessionState.FACE_CONSENT);
    for (Action action :
        List.of(
            ACTIONS.get("form"),
            ACTIONS.get("submit"),
            ACTIONS.get("print"),
            ACTIONS.get("rating"))) {
      org.junit.jupiter.api.Assertions.assertThrows(DeskException.class, () -> hall.act(action));
    }
    assertTrue(hall.queue.queued.isEmpty());
    assertTrue(hall.printer.slips.isEmpty());
  }
}
