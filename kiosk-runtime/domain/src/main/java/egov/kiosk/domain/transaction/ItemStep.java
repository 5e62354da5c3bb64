package egov.kiosk.domain.transaction;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a citizen does for an item, in the order it is done (办理步骤). Follows from what the item asks
 * for: nobody puts a step before one it rests on. Persist names, never ordinals.
 */
public enum ItemStep {
  CONSENT,
  CARD,
  /** The face, or staff in its place. */
  FACE,
  /** Staff alone. */
  STAFF,
  FORM,
  MATERIALS,
  CONFIRM,
  SIGN,
  GUIDE;

  /** The steps of an item. */
  public static List<ItemStep> of(ServiceItem item) {
    if (item.offlineClass() == OfflineClass.LOCAL) {
      return List.of(GUIDE);
    }
    List<ItemStep> steps = new ArrayList<>();
    add(steps, CONSENT, item.consent(ConsentPurpose.DATA).isPresent());
    add(steps, CARD, item.identityLevel() != IdentityLevel.NONE);
    boolean verified = item.identityLevel() == IdentityLevel.VERIFIED;
    boolean staff = item.profile().verification() == Verification.STAFF_ONLY;
    add(steps, staff ? STAFF : FACE, verified);
    add(steps, FORM, item.questions().stream().anyMatch(asked -> asked.fromCard().isEmpty()));
    add(steps, MATERIALS, !item.materials().isEmpty());
    steps.add(CONFIRM);
    add(steps, SIGN, item.signed());
    return List.copyOf(steps);
  }

  private static void add(List<ItemStep> steps, ItemStep step, boolean needed) {
    if (needed) {
      steps.add(step);
    }
  }
}
