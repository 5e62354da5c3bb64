package egov.kiosk.identity.pack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@value #FILE_NAME} of a pack says.
 *
 * @param id the pack's family, e.g. {@code faceplugin}
 * @param version e.g. {@code 0.0.1}
 * @param licence of the weights, in words
 * @param source where the weights come from, in words
 * @param models one a role; every required role is there
 * @param alignment how faces are straightened for the embedder
 * @param selfTest the picture and the answers that the pack proves itself with
 * @param points operating points; a pack without any can be calibrated, but not used
 */
public record PackManifest(
    String id,
    String version,
    String licence,
    String source,
    Map<ModelRole, ModelEntry> models,
    Alignment alignment,
    SelfTestFiles selfTest,
    List<OperatingPoint> points) {
  /** The manifest's name in a pack. */
  public static final String FILE_NAME = "pack.properties";

  /** The name of its signature: GB/T 35275 SignedData around the manifest's bytes. */
  public static final String SIGNATURE_NAME = "pack.p7s";

  /** The format this release reads. */
  public static final int FORMAT = 2;

  public PackManifest {
    models = Map.copyOf(models);
    points = List.copyOf(points);
  }

  /**
   * What a pack proves itself with.
   *
   * @param picture a picture of nobody, PNG
   * @param expected what each model answers to it
   */
  public record SelfTestFiles(PackFile picture, PackFile expected) {}

  /** Reads a manifest. */
  public static PackManifest parse(byte[] bytes) throws FacePackException {
    return ManifestReader.read(bytes);
  }

  /** Id and version: names the pack in every verdict, and its folder; 3 to 97 characters. */
  public String name() {
    return id + "-" + version;
  }

  /** Every file the pack has beside the manifest and its signature. */
  public List<PackFile> files() {
    return Stream.concat(
            models.values().stream().map(ModelEntry::file),
            Stream.of(selfTest.picture(), selfTest.expected()))
        .toList();
  }

  /** The point for a FAR. */
  public Optional<OperatingPoint> point(PortraitKind kind, double far) {
    return points.stream().filter(point -> point.isFor(kind, far)).findFirst();
  }

  /**
   * What a policy means with this pack.
   *
   * @throws FacePackException when the pack was not measured at the policy's FAR
   */
  public Thresholds thresholds(PortraitKind kind, FacePolicy policy) throws FacePackException {
    double pass = demand(kind, policy.far());
    double review = demand(kind, policy.reviewFar());
    if (review > pass) {
      throw new FacePackException(
          "face pack %s has operating points that contradict each other".formatted(name()));
    }
    return new Thresholds(pass, review);
  }

  private double demand(PortraitKind kind, double far) throws FacePackException {
    return point(kind, far)
        .orElseThrow(
            () ->
                new FacePackException(
                    "face pack %s has no %s operating point for FAR %s; calibrate it, or change the policy"
                        .formatted(name(), kind.name().toLowerCase(Locale.ROOT), far)))
        .threshold();
  }
}
