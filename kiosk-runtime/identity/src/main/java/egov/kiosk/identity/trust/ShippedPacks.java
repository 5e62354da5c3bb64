package egov.kiosk.identity.trust;

import java.util.Set;

/** SM3 of the manifests of the packs that set-up makes; both lie in packaging/lib/face-packs. */
public final class ShippedPacks {
  /** The pack {@code faceplugin}. */
  public static final String DEFAULT =
      "ff3f4cce5c885a1f2923affa8f74b1fab521099e2601541fb883246b10223264";

  /** The pack {@code dlib}. */
  public static final String CLEAN =
      "5f064bbbd5867228ccec9f8e8f65cc0f472860f251535c8d67785c66a7fa180b";

  private ShippedPacks() {}

  /** Both, for other rooms: a constant would be copied into their classes when they are built. */
  public static Set<String> pins() {
    return Set.of(DEFAULT, CLEAN);
  }
}
