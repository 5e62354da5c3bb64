package egov.kiosk.identity.trust;

import java.util.Set;

/** SM3 of the manifests of the packs that set-up makes; both lie in packaging/lib/face-packs. */
public final class ShippedPacks {
  /** The pack {@code faceplugin}. */
  public static final String DEFAULT =
      "9524608af8ed544f89d714fcea1002468c80c0fb8f18e905a1aac9a459452835";

  /** The pack {@code dlib}. */
  public static final String CLEAN =
      "5f064bbbd5867228ccec9f8e8f65cc0f472860f251535c8d67785c66a7fa180b";

  private ShippedPacks() {}

  /** Both, for other rooms: a constant would be copied into their classes when they are built. */
  public static Set<String> pins() {
    return Set.of(DEFAULT, CLEAN);
  }
}
