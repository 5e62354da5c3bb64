package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A household that no list of the platform has yet (新增户): found by the worker in their own grid.
 * Its id is the first draft's behind {@code NEW-}, so that no two tablets and no platform ever draw
 * the same; the message that brings it says {@code houseKind=NEW_HOUSEHOLD}. Until the platform has
 * matched it, it is listed with revision 0.
 */
final class NewHouse {
  /** The field of a visit that says so. */
  static final String FIELD = "houseKind";

  /** What that field says. */
  static final String VALUE = "NEW_HOUSEHOLD";

  /** Parts of the address, for whoever matches it; the address itself has them too. */
  static final List<String> PARTS = List.of("building", "unit", "room");

  private static final String PREFIX = "NEW-";

  private NewHouse() {}

  /** A visit that takes one up, with nothing in it yet. */
  static Draft draft(TransactionId id, Badge who, Instant now) {
    return new Draft(
        id,
        DraftKind.VISIT,
        who,
        Optional.empty(),
        Optional.of(new FieldId(PREFIX + id.value())),
        Optional.empty(),
        now,
        Map.of(
            FIELD,
            VALUE,
            "revision",
            "0",
            "seenAt",
            now.truncatedTo(ChronoUnit.SECONDS).toString()),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether nobody has typed, said or added anything. */
  static boolean isEmpty(Draft draft) {
    return draft.bases().isEmpty()
        && draft.pieces().isEmpty()
        && draft.consent().isEmpty()
        && PARTS.stream().noneMatch(draft.answers()::containsKey);
  }

  /** Whether it is taken up with this draft; later visits to it are like any other. */
  static boolean isTakenUp(Draft draft) {
    return draft.answers().containsKey(FIELD);
  }

  /** Whether the platform has not taken it into its list yet. */
  static boolean isFresh(Household house) {
    return house.revision() == 0 && house.id().value().startsWith(PREFIX);
  }

  /** As this tablet knows it when it was handed in: everything of it is the worker's word. */
  static Household house(Draft draft, GridCell grid) {
    return new Household(draft.household().orElseThrow(), grid, 0, Map.of(), Map.of());
  }
}
