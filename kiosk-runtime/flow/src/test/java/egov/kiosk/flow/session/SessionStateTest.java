package egov.kiosk.flow.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SessionStateTest {
  /** The table once more, written down on its own, so that a slip in either shows. */
  private static final String TABLE =
      """
      CONSENT: CONSENT_REFUSED PLACE_CARD GUARDIAN FACE_CONSENT ALTERNATIVE RETRIEVAL_CONSENT FORM MATERIALS CONFIRM TAKE_CARD ENDED
      CONSENT_REFUSED: CONSENT TAKE_CARD ENDED
      PLACE_CARD: CONSENT CARD_PROBLEM SHOW_CODE GUARDIAN FACE_CONSENT ALTERNATIVE RETRIEVAL_CONSENT FORM MATERIALS CONFIRM TAKE_CARD ENDED
      CARD_PROBLEM: PLACE_CARD SHOW_CODE CONSENT TAKE_CARD ENDED
      SHOW_CODE: PLACE_CARD REDEEMING CODE_PROBLEM TAKE_CARD ENDED
      REDEEMING: PLACE_CARD CODE_PROBLEM GUARDIAN RETRIEVAL_CONSENT FORM MATERIALS CONFIRM TAKE_CARD ENDED
      CODE_PROBLEM: SHOW_CODE PLACE_CARD TAKE_CARD ENDED
      GUARDIAN: CONSENT ALTERNATIVE TAKE_CARD ENDED
      FACE_CONSENT: CONSENT CAMERA FACE_PROBLEM ALTERNATIVE TAKE_CARD ENDED
      CAMERA: LOOKING FACE_CONSENT FACE_PROBLEM ALTERNATIVE TAKE_CARD ENDED
      LOOKING: RETRIEVAL_CONSENT FORM MATERIALS CONFIRM FACE_PROBLEM FACE_CONSENT ALTERNATIVE TAKE_CARD ENDED
      FACE_PROBLEM: LOOKING FACE_CONSENT ALTERNATIVE TAKE_CARD ENDED
      ALTERNATIVE: CONSENT RETRIEVAL_CONSENT FORM MATERIALS CONFIRM STAFF_PROBLEM GUARDIAN FACE_CONSENT TAKE_CARD ENDED
      STAFF_PROBLEM: ALTERNATIVE TAKE_CARD ENDED
      RETRIEVAL_CONSENT: RETRIEVING CONSENT FORM MATERIALS CONFIRM TAKE_CARD ENDED
      RETRIEVING: RETRIEVAL_CONSENT FORM MATERIALS CONFIRM TAKE_CARD ENDED
      FORM: CONSENT MATERIALS CONFIRM TAKE_CARD ENDED
      MATERIALS: CONSENT FORM PHONE RESULT CONFIRM TAKE_CARD ENDED
      PHONE: MATERIALS TAKE_CARD ENDED
      CONFIRM: CONSENT FORM MATERIALS SIGN SUBMITTING TAKE_CARD ENDED
      SIGN: CONFIRM SUBMITTING TAKE_CARD ENDED
      SUBMITTING: ACCEPTED RESULT SUBMIT_PROBLEM
      RESULT: MATERIALS SUBMITTING TAKE_CARD ENDED
      SUBMIT_PROBLEM: SUBMITTING CONFIRM SIGN TAKE_CARD ENDED
      ACCEPTED: RATING TAKE_CARD ENDED
      GUIDE: ENDED
      RATING: ACCEPTED RATING_REASON TAKE_CARD ENDED
      RATING_REASON: TAKE_CARD ENDED
      TAKE_CARD: ENDED
      ENDED:
      """;

  @Test
  void everyPair_allowedExactlyAsWrittenDown() {
    Map<SessionState, Set<SessionState>> expected = expected();
    assertEquals(EnumSet.allOf(SessionState.class), expected.keySet());
    for (SessionState from : SessionState.values()) {
      for (SessionState to : SessionState.values()) {
        assertEquals(expected.get(from).contains(to), from.mayMoveTo(to), from + " to " + to);
      }
    }
  }

  @Test
  void acceptance_onlyBehindTheCommit() {
    for (SessionState from : SessionState.values()) {
      assertEquals(
          from == SessionState.SUBMITTING || from == SessionState.RATING,
          from.mayMoveTo(SessionState.ACCEPTED),
          from.name());
    }
  }

  @Test
  void everyState_canBeReachedAndCanEnd() {
    Set<SessionState> reached = EnumSet.of(SessionState.CONSENT, SessionState.GUIDE);
    Deque<SessionState> todo = new ArrayDeque<>(reached);
    while (!todo.isEmpty()) {
      SessionState from = todo.pop();
      for (SessionState to : SessionState.values()) {
        if (from.mayMoveTo(to) && reached.add(to)) {
          todo.add(to);
        }
      }
    }
    assertEquals(EnumSet.allOf(SessionState.class), reached);
    for (SessionState state : SessionState.values()) {
      if (state == SessionState.ENDED) {
        continue;
      }
      assertNotNull(state.page());
      assertTrue(
          state.mayMoveTo(SessionState.ENDED) || state == SessionState.SUBMITTING, state.name());
    }
  }

  private static Map<SessionState, Set<SessionState>> expected() {
    Map<SessionState, Set<SessionState>> table = new HashMap<>();
    for (String line : TABLE.strip().split("\n")) {
      String[] parts = line.split(":");
      Set<SessionState> to =
          parts.length == 1
              ? Set.of()
              : Arrays.stream(parts[1].strip().split(" "))
                  .map(SessionState::valueOf)
                  .collect(Collectors.toSet());
      table.put(SessionState.valueOf(parts[0]), to);
    }
    return table;
  }
}
