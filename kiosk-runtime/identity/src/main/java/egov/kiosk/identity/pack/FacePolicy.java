package egov.kiosk.identity.pack;

/**
 * How many mistakes are accepted. Which similarity that is says the pack: see {@link
 * PackManifest#thresholds}.
 *
 * @param far of different people, the part that may pass (误识率), e.g. 1e-4
 * @param reviewFar of different people, the part that may reach a person's eyes; not below {@code
 *     far}
 */
public record FacePolicy(double far, double reviewFar) {
  /** One in ten thousand passes, one in a thousand is looked at. */
  public static final FacePolicy USUAL = new FacePolicy(1e-4, 1e-3);

  /**
   * @throws IllegalArgumentException naming the value and what is allowed
   */
  public FacePolicy {
    if (!(far >= 1e-6 && far <= 1e-2)) {
      throw new IllegalArgumentException("identity: far is " + far + ", allowed is 1e-6 to 1e-2");
    }
    if (!(reviewFar >= far && reviewFar <= 1e-1)) {
      throw new IllegalArgumentException(
          "identity: reviewFar is " + reviewFar + ", allowed is far to 0.1");
    }
  }
}
