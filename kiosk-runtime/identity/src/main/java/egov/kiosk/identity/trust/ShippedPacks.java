package egov.kiosk.identity.trust;

import java.util.Set;

/** SM3 of the manifests of the packs that set-up makes; both lie in packaging/lib/face-packs. */
public final class ShippedPacks {
  /** The pack {@code faceplugin}. */
  public static final String DEFAULT =
      "d7e2a0336c0a3d30d3e9c5505674d4fe84c418d76d3b01a5fcf8cc7a3b67fe28";

  /** The pack {@code dlib}. */
  public static final String CLEAN =
      "beb2dc7e0c57c37b7ecd2d56e35a35b6f8dc08c069cd5502a66afec7761773c6";

  private ShippedPacks() {}

  /** Both, for other rooms: a constant would be copied into their classes when they are built. */
  public static Set<String> pins() {
    return Set.of(DEFAULT, CLEAN);
  }
}
